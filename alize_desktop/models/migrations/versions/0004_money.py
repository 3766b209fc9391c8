"""Money: advances, schedules, the fund, state aid."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE advance_event (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_advance_event_kind_known CHECK (kind IN ('agreement_signed', 'disbursement', 'repayment', 'reversal', 'rejected_debit', 'refund', 'reminder', 'formal_notice', 'moratorium', 'acceleration', 'litigation', 'waiver', 'loss', 'recovery')),
    value_on TEXT NOT NULL,
    amount INTEGER NOT NULL,
    reference TEXT NOT NULL,
    note TEXT NOT NULL,
    author TEXT NOT NULL,
    early TEXT NOT NULL CONSTRAINT ck_advance_event_early_known CHECK (early IN ('next', 'last', 'spread')),
    reverses_id TEXT,
    until TEXT,
    import_key TEXT,
    entered_at TEXT NOT NULL,
    CONSTRAINT pk_advance_event PRIMARY KEY (sequence),
    CONSTRAINT ck_advance_event_amount_not_negative CHECK (amount >= 0),
    CONSTRAINT fk_advance_event_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_advance_event_reverses_id FOREIGN KEY(reverses_id) REFERENCES advance_event (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE schedule_version (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    reason TEXT NOT NULL CONSTRAINT ck_schedule_version_reason_known CHECK (reason IN ('contract', 'payment_date', 'rescheduling', 'moratorium', 'period')),
    decision_id TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    terms TEXT NOT NULL,
    rows TEXT NOT NULL,
    kept TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    note TEXT NOT NULL,
    author TEXT NOT NULL,
    made_at TEXT NOT NULL,
    CONSTRAINT pk_schedule_version PRIMARY KEY (sequence),
    CONSTRAINT ck_schedule_version_version_positive CHECK (version >= 1),
    CONSTRAINT fk_schedule_version_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_schedule_version_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE bank_account (
    id TEXT NOT NULL,
    siren TEXT NOT NULL,
    holder TEXT NOT NULL,
    iban TEXT NOT NULL,
    bic TEXT NOT NULL,
    mandate TEXT NOT NULL,
    mandate_on TEXT,
    revision INTEGER NOT NULL,
    CONSTRAINT pk_bank_account PRIMARY KEY (id)
) STRICT""",
    """CREATE TABLE funder (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    is_public INTEGER NOT NULL,
    note TEXT NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT pk_funder PRIMARY KEY (id)
) STRICT""",
    """CREATE TABLE fund_movement (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_fund_movement_kind_known CHECK (kind IN ('contribution', 'withdrawal', 'fee', 'reversal')),
    value_on TEXT NOT NULL,
    amount INTEGER NOT NULL,
    funder_id TEXT,
    reference TEXT NOT NULL,
    note TEXT NOT NULL,
    author TEXT NOT NULL,
    reverses_id TEXT,
    entered_at TEXT NOT NULL,
    CONSTRAINT pk_fund_movement PRIMARY KEY (sequence),
    CONSTRAINT ck_fund_movement_amount_positive CHECK (amount > 0),
    CONSTRAINT fk_fund_movement_funder_id FOREIGN KEY(funder_id) REFERENCES funder (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_fund_movement_reverses_id FOREIGN KEY(reverses_id) REFERENCES fund_movement (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE fund_expectation (
    id TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_fund_expectation_kind_known CHECK (kind IN ('contribution', 'withdrawal', 'fee', 'reversal')),
    expected_on TEXT NOT NULL,
    amount INTEGER NOT NULL,
    funder_id TEXT,
    note TEXT NOT NULL,
    CONSTRAINT pk_fund_expectation PRIMARY KEY (id),
    CONSTRAINT ck_fund_expectation_amount_positive CHECK (amount > 0),
    CONSTRAINT fk_fund_expectation_funder_id FOREIGN KEY(funder_id) REFERENCES funder (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE fund_closing (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    through TEXT NOT NULL,
    statement TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    author TEXT NOT NULL,
    closed_at TEXT NOT NULL,
    CONSTRAINT pk_fund_closing PRIMARY KEY (sequence)
) STRICT""",
    """CREATE TABLE money_rules (
    number INTEGER NOT NULL,
    rules TEXT NOT NULL,
    adopted_at TEXT NOT NULL,
    CONSTRAINT pk_money_rules PRIMARY KEY (number),
    CONSTRAINT ck_money_rules_number_positive CHECK (number >= 1)
) STRICT""",
    """CREATE TABLE base_rate (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    percent INTEGER NOT NULL,
    source TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    CONSTRAINT pk_base_rate PRIMARY KEY (sequence),
    CONSTRAINT ck_base_rate_last_after_first CHECK (last >= first)
) STRICT""",
    """CREATE TABLE past_aid (
    id TEXT NOT NULL,
    siren TEXT NOT NULL,
    granted_on TEXT NOT NULL,
    grant_equivalent INTEGER NOT NULL,
    undertaking TEXT NOT NULL,
    granter TEXT NOT NULL,
    measure TEXT NOT NULL,
    CONSTRAINT pk_past_aid PRIMARY KEY (id),
    CONSTRAINT ck_past_aid_grant_equivalent_positive CHECK (grant_equivalent > 0)
) STRICT""",
    """CREATE TABLE aid_grant (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    decision_id TEXT NOT NULL,
    identifier TEXT NOT NULL,
    company TEXT NOT NULL,
    siren TEXT NOT NULL,
    naf_code TEXT NOT NULL,
    granted_on TEXT NOT NULL,
    amount INTEGER NOT NULL,
    grant_equivalent INTEGER NOT NULL,
    basis TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    CONSTRAINT pk_aid_grant PRIMARY KEY (sequence),
    CONSTRAINT ck_aid_grant_grant_equivalent_not_negative CHECK (grant_equivalent >= 0),
    CONSTRAINT fk_aid_grant_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_aid_grant_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE register_entry (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    grant_id TEXT NOT NULL,
    status TEXT NOT NULL CONSTRAINT ck_register_entry_status_known CHECK (status IN ('to_declare', 'declared', 'not_concerned')),
    reference TEXT NOT NULL,
    declared_on TEXT,
    author TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    CONSTRAINT pk_register_entry PRIMARY KEY (sequence),
    CONSTRAINT fk_register_entry_grant_id FOREIGN KEY(grant_id) REFERENCES aid_grant (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
)

INDEXES = (
    """CREATE UNIQUE INDEX uq_advance_event_id ON advance_event (id)""",
    """CREATE UNIQUE INDEX uq_advance_event_import_key ON advance_event (import_key)""",
    """CREATE INDEX ix_advance_event_dossier_id ON advance_event (dossier_id, value_on)""",
    """CREATE UNIQUE INDEX uq_advance_event_reverses_id ON advance_event (reverses_id)""",
    """CREATE UNIQUE INDEX uq_schedule_version_id ON schedule_version (id)""",
    """CREATE UNIQUE INDEX uq_schedule_version_version ON schedule_version (dossier_id, version)""",
    """CREATE UNIQUE INDEX uq_bank_account_siren ON bank_account (siren)""",
    """CREATE UNIQUE INDEX uq_funder_name ON funder (name)""",
    """CREATE UNIQUE INDEX uq_fund_movement_id ON fund_movement (id)""",
    """CREATE UNIQUE INDEX uq_fund_movement_reverses_id ON fund_movement (reverses_id)""",
    """CREATE UNIQUE INDEX uq_fund_closing_through ON fund_closing (through)""",
    """CREATE UNIQUE INDEX uq_fund_closing_id ON fund_closing (id)""",
    """CREATE UNIQUE INDEX uq_base_rate_id ON base_rate (id)""",
    """CREATE INDEX ix_past_aid_siren ON past_aid (siren)""",
    """CREATE UNIQUE INDEX uq_aid_grant_id ON aid_grant (id)""",
    """CREATE UNIQUE INDEX uq_aid_grant_identifier ON aid_grant (identifier)""",
    """CREATE INDEX ix_aid_grant_dossier_id ON aid_grant (dossier_id)""",
    """CREATE UNIQUE INDEX uq_register_entry_id ON register_entry (id)""",
    """CREATE INDEX ix_register_entry_grant_id ON register_entry (grant_id)""",
)

TRIGGERS = (
    """CREATE TRIGGER advance_event_refuses_update BEFORE UPDATE ON advance_event BEGIN
    SELECT RAISE(ABORT, 'advance_event is append-only');
END""",
    """CREATE TRIGGER advance_event_refuses_delete BEFORE DELETE ON advance_event BEGIN
    SELECT RAISE(ABORT, 'advance_event is append-only');
END""",
    """CREATE TRIGGER advance_event_refuses_replace BEFORE INSERT ON advance_event
WHEN EXISTS (SELECT 1 FROM advance_event WHERE (sequence = new.sequence) OR (id = new.id) OR (import_key = new.import_key) OR (reverses_id = new.reverses_id)) BEGIN
    SELECT RAISE(ABORT, 'advance_event is append-only');
END""",
    """CREATE TRIGGER schedule_version_refuses_update BEFORE UPDATE ON schedule_version BEGIN
    SELECT RAISE(ABORT, 'schedule_version is append-only');
END""",
    """CREATE TRIGGER schedule_version_refuses_delete BEFORE DELETE ON schedule_version BEGIN
    SELECT RAISE(ABORT, 'schedule_version is append-only');
END""",
    """CREATE TRIGGER schedule_version_refuses_replace BEFORE INSERT ON schedule_version
WHEN EXISTS (SELECT 1 FROM schedule_version WHERE (sequence = new.sequence) OR (dossier_id = new.dossier_id AND version = new.version) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'schedule_version is append-only');
END""",
    """CREATE TRIGGER fund_movement_refuses_update BEFORE UPDATE ON fund_movement BEGIN
    SELECT RAISE(ABORT, 'fund_movement is append-only');
END""",
    """CREATE TRIGGER fund_movement_refuses_delete BEFORE DELETE ON fund_movement BEGIN
    SELECT RAISE(ABORT, 'fund_movement is append-only');
END""",
    """CREATE TRIGGER fund_movement_refuses_replace BEFORE INSERT ON fund_movement
WHEN EXISTS (SELECT 1 FROM fund_movement WHERE (sequence = new.sequence) OR (id = new.id) OR (reverses_id = new.reverses_id)) BEGIN
    SELECT RAISE(ABORT, 'fund_movement is append-only');
END""",
    """CREATE TRIGGER fund_closing_refuses_update BEFORE UPDATE ON fund_closing BEGIN
    SELECT RAISE(ABORT, 'fund_closing is append-only');
END""",
    """CREATE TRIGGER fund_closing_refuses_delete BEFORE DELETE ON fund_closing BEGIN
    SELECT RAISE(ABORT, 'fund_closing is append-only');
END""",
    """CREATE TRIGGER fund_closing_refuses_replace BEFORE INSERT ON fund_closing
WHEN EXISTS (SELECT 1 FROM fund_closing WHERE (sequence = new.sequence) OR (id = new.id) OR (through = new.through)) BEGIN
    SELECT RAISE(ABORT, 'fund_closing is append-only');
END""",
    """CREATE TRIGGER money_rules_refuses_update BEFORE UPDATE ON money_rules BEGIN
    SELECT RAISE(ABORT, 'money_rules is append-only');
END""",
    """CREATE TRIGGER money_rules_refuses_delete BEFORE DELETE ON money_rules BEGIN
    SELECT RAISE(ABORT, 'money_rules is append-only');
END""",
    """CREATE TRIGGER money_rules_refuses_replace BEFORE INSERT ON money_rules
WHEN EXISTS (SELECT 1 FROM money_rules WHERE (number = new.number)) BEGIN
    SELECT RAISE(ABORT, 'money_rules is append-only');
END""",
    """CREATE TRIGGER base_rate_refuses_update BEFORE UPDATE ON base_rate BEGIN
    SELECT RAISE(ABORT, 'base_rate is append-only');
END""",
    """CREATE TRIGGER base_rate_refuses_delete BEFORE DELETE ON base_rate BEGIN
    SELECT RAISE(ABORT, 'base_rate is append-only');
END""",
    """CREATE TRIGGER base_rate_refuses_replace BEFORE INSERT ON base_rate
WHEN EXISTS (SELECT 1 FROM base_rate WHERE (sequence = new.sequence) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'base_rate is append-only');
END""",
    """CREATE TRIGGER aid_grant_refuses_update BEFORE UPDATE ON aid_grant BEGIN
    SELECT RAISE(ABORT, 'aid_grant is append-only');
END""",
    """CREATE TRIGGER aid_grant_refuses_delete BEFORE DELETE ON aid_grant BEGIN
    SELECT RAISE(ABORT, 'aid_grant is append-only');
END""",
    """CREATE TRIGGER aid_grant_refuses_replace BEFORE INSERT ON aid_grant
WHEN EXISTS (SELECT 1 FROM aid_grant WHERE (sequence = new.sequence) OR (id = new.id) OR (identifier = new.identifier)) BEGIN
    SELECT RAISE(ABORT, 'aid_grant is append-only');
END""",
    """CREATE TRIGGER register_entry_refuses_update BEFORE UPDATE ON register_entry BEGIN
    SELECT RAISE(ABORT, 'register_entry is append-only');
END""",
    """CREATE TRIGGER register_entry_refuses_delete BEFORE DELETE ON register_entry BEGIN
    SELECT RAISE(ABORT, 'register_entry is append-only');
END""",
    """CREATE TRIGGER register_entry_refuses_replace BEFORE INSERT ON register_entry
WHEN EXISTS (SELECT 1 FROM register_entry WHERE (sequence = new.sequence) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'register_entry is append-only');
END""",
)


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    for statement in (*TABLES, *INDEXES, *TRIGGERS):
        run(statement)
