"""Competences, missions, jobs, what was taken over from the past, reports; more papers."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

CHANGED = ("paper_template", "sending", "paper")
"""Tables made again: their papers and texts are of more kinds."""

TABLES = (
    """CREATE TABLE paper_template (
    id TEXT NOT NULL,
    template TEXT NOT NULL CONSTRAINT ck_paper_template_template_known CHECK (template IN ('notice', 'notice_mail', 'notification_approved', 'notification_conditions', 'notification_reduced', 'notification_deferred', 'notification_refused', 'notification_withdrawn', 'agreement', 'amendment', 'conditions_sheet', 'secondment', 'de_minimis', 'reminder', 'formal_notice', 'acceleration_notice', 'mission_amendment', 'jobs_reminder', 'standard_sentences')),
    version INTEGER NOT NULL,
    text TEXT,
    adopted_at TEXT NOT NULL,
    CONSTRAINT pk_paper_template PRIMARY KEY (id),
    CONSTRAINT ck_paper_template_version_positive CHECK (version >= 1)
) STRICT""",
    """CREATE TABLE sending (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    member_id TEXT,
    kind TEXT NOT NULL CONSTRAINT ck_sending_kind_known CHECK (kind IN ('minutes', 'schedule', 'notice', 'mail', 'calendar', 'pack', 'attendance_sheet', 'secret_ballots', 'roll_call_grid', 'decision_slips', 'conductor', 'minutes_extract', 'decision_list', 'notification', 'agreement', 'amendment', 'conditions_sheet', 'secondment', 'de_minimis', 'aid_sheet', 'release_order', 'reminder', 'formal_notice', 'acceleration_notice', 'advance_decision', 'fund_statement', 'arrears_report', 'aid_register', 'payment_file', 'mission_amendment', 'mission_sheet', 'jobs_reminder', 'programme_report', 'manifest', 'archive')),
    means TEXT NOT NULL CONSTRAINT ck_sending_means_known CHECK (means IN ('mail', 'letter', 'registered_letter', 'by_hand', 'other')),
    recipient TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    note TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    CONSTRAINT pk_sending PRIMARY KEY (sequence),
    CONSTRAINT fk_sending_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_sending_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE paper (
    id TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_paper_kind_known CHECK (kind IN ('minutes', 'schedule', 'notice', 'mail', 'calendar', 'pack', 'attendance_sheet', 'secret_ballots', 'roll_call_grid', 'decision_slips', 'conductor', 'minutes_extract', 'decision_list', 'notification', 'agreement', 'amendment', 'conditions_sheet', 'secondment', 'de_minimis', 'aid_sheet', 'release_order', 'reminder', 'formal_notice', 'acceleration_notice', 'advance_decision', 'fund_statement', 'arrears_report', 'aid_register', 'payment_file', 'mission_amendment', 'mission_sheet', 'jobs_reminder', 'programme_report', 'manifest', 'archive')),
    meeting_id TEXT,
    dossier_id TEXT,
    member_id TEXT,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    journal_head TEXT NOT NULL,
    CONSTRAINT pk_paper PRIMARY KEY (id),
    CONSTRAINT ck_paper_size_not_negative CHECK (size >= 0),
    CONSTRAINT fk_paper_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_paper_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_paper_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE skill_category (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    aliases TEXT NOT NULL,
    is_offered INTEGER NOT NULL,
    CONSTRAINT pk_skill_category PRIMARY KEY (id)
) STRICT""",
    """CREATE TABLE follow_up_rules (
    number INTEGER NOT NULL,
    rules TEXT NOT NULL,
    adopted_at TEXT NOT NULL,
    CONSTRAINT pk_follow_up_rules PRIMARY KEY (number),
    CONSTRAINT ck_follow_up_rules_number_positive CHECK (number >= 1)
) STRICT""",
    """CREATE TABLE report_snapshot (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    first TEXT,
    last TEXT,
    basin TEXT NOT NULL,
    figures TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    CONSTRAINT pk_report_snapshot PRIMARY KEY (sequence)
) STRICT""",
    """CREATE TABLE partner_profile (
    partner_id TEXT NOT NULL,
    postcode TEXT NOT NULL,
    town TEXT NOT NULL,
    joined_on TEXT,
    ends_on TEXT,
    correspondents TEXT NOT NULL,
    absences TEXT NOT NULL,
    note TEXT NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT pk_partner_profile PRIMARY KEY (partner_id),
    CONSTRAINT ck_partner_profile_revision_positive CHECK (revision >= 1),
    CONSTRAINT fk_partner_profile_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE skill_offer (
    id TEXT NOT NULL,
    partner_id TEXT NOT NULL,
    category TEXT NOT NULL,
    person TEXT NOT NULL,
    position TEXT NOT NULL,
    days INTEGER,
    first TEXT,
    last TEXT,
    note TEXT NOT NULL,
    CONSTRAINT pk_skill_offer PRIMARY KEY (id),
    CONSTRAINT ck_skill_offer_days_not_negative CHECK (days >= 0),
    CONSTRAINT fk_skill_offer_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE partner_conflict (
    id TEXT NOT NULL,
    partner_id TEXT NOT NULL,
    siren TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_partner_conflict_kind_known CHECK (kind IN ('competitor', 'customer', 'supplier', 'other')),
    note TEXT NOT NULL,
    CONSTRAINT pk_partner_conflict PRIMARY KEY (id),
    CONSTRAINT fk_partner_conflict_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE mission (
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    partner_id TEXT NOT NULL,
    category TEXT NOT NULL,
    planned_days INTEGER NOT NULL,
    day_value INTEGER NOT NULL,
    contributor TEXT NOT NULL,
    position TEXT NOT NULL,
    goals TEXT NOT NULL,
    place TEXT NOT NULL,
    calendar TEXT NOT NULL,
    starts_on TEXT,
    ends_on TEXT,
    consent TEXT NOT NULL CONSTRAINT ck_mission_consent_known CHECK (consent IN ('yes', 'no', 'unknown')),
    same_group TEXT NOT NULL CONSTRAINT ck_mission_same_group_known CHECK (same_group IN ('yes', 'no', 'unknown')),
    is_history INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT pk_mission PRIMARY KEY (id),
    CONSTRAINT ck_mission_planned_days_not_negative CHECK (planned_days >= 0),
    CONSTRAINT ck_mission_revision_positive CHECK (revision >= 1),
    CONSTRAINT fk_mission_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_mission_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE diagnosis (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    note TEXT NOT NULL,
    expressed TEXT NOT NULL,
    diagnosed TEXT NOT NULL,
    author TEXT NOT NULL,
    written_on TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    CONSTRAINT pk_diagnosis PRIMARY KEY (sequence),
    CONSTRAINT fk_diagnosis_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE job_promises (
    dossier_id TEXT NOT NULL,
    lines TEXT NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT pk_job_promises PRIMARY KEY (dossier_id),
    CONSTRAINT ck_job_promises_revision_positive CHECK (revision >= 1),
    CONSTRAINT fk_job_promises_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE job_opening (
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    title TEXT NOT NULL,
    contract TEXT NOT NULL CONSTRAINT ck_job_opening_contract_known CHECK (contract IN ('permanent', 'fixed_term', 'apprenticeship', 'other')),
    persons INTEGER NOT NULL,
    opened_on TEXT NOT NULL,
    partner_id TEXT,
    filled_on TEXT,
    filled INTEGER NOT NULL,
    note TEXT NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT pk_job_opening PRIMARY KEY (id),
    CONSTRAINT ck_job_opening_persons_positive CHECK (persons >= 1),
    CONSTRAINT ck_job_opening_filled_known CHECK (filled BETWEEN 0 AND persons),
    CONSTRAINT fk_job_opening_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_job_opening_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE history_record (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    outcome TEXT NOT NULL CONSTRAINT ck_history_record_outcome_known CHECK (outcome IN ('approved', 'approved_with_conditions', 'approved_reduced', 'deferred', 'rejected', 'withdrawn')),
    decided_on TEXT NOT NULL,
    amount INTEGER NOT NULL,
    jobs_created INTEGER,
    days_done INTEGER NOT NULL,
    partner TEXT NOT NULL,
    partner_id TEXT,
    source TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    CONSTRAINT pk_history_record PRIMARY KEY (sequence),
    CONSTRAINT ck_history_record_amount_not_negative CHECK (amount >= 0),
    CONSTRAINT ck_history_record_days_done_not_negative CHECK (days_done >= 0),
    CONSTRAINT ck_history_record_jobs_created_not_negative CHECK (jobs_created >= 0),
    CONSTRAINT fk_history_record_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_history_record_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE mission_event (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    mission_id TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_mission_event_kind_known CHECK (kind IN ('agreement_signed', 'amended', 'days_done', 'confirmed_by_company', 'confirmed_by_partner', 'note', 'evaluated_by_company', 'evaluated_by_partner', 'closed', 'given_up', 'reversal')),
    value_on TEXT NOT NULL,
    days INTEGER NOT NULL,
    text TEXT NOT NULL,
    rating INTEGER,
    ends_on TEXT,
    author TEXT NOT NULL,
    names_id TEXT,
    entered_at TEXT NOT NULL,
    CONSTRAINT pk_mission_event PRIMARY KEY (sequence),
    CONSTRAINT ck_mission_event_days_not_negative CHECK (days >= 0),
    CONSTRAINT ck_mission_event_rating_known CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT fk_mission_event_mission_id FOREIGN KEY(mission_id) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_mission_event_names_id FOREIGN KEY(names_id) REFERENCES mission_event (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE job_observation (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    observed_on TEXT NOT NULL,
    milestone INTEGER,
    created INTEGER NOT NULL,
    created_fte INTEGER NOT NULL,
    maintained INTEGER NOT NULL,
    maintained_fte INTEGER NOT NULL,
    sustained INTEGER NOT NULL,
    sustained_fte INTEGER NOT NULL,
    headcount INTEGER,
    evidence TEXT NOT NULL CONSTRAINT ck_job_observation_evidence_known CHECK (evidence IN ('payroll_return', 'staff_register', 'declaration', 'visit', 'history')),
    document_id TEXT,
    note TEXT NOT NULL,
    author TEXT NOT NULL,
    reverses_id TEXT,
    entered_at TEXT NOT NULL,
    CONSTRAINT pk_job_observation PRIMARY KEY (sequence),
    CONSTRAINT ck_job_observation_created_not_negative CHECK (created >= 0),
    CONSTRAINT ck_job_observation_maintained_not_negative CHECK (maintained >= 0),
    CONSTRAINT ck_job_observation_sustained_not_negative CHECK (sustained >= 0),
    CONSTRAINT ck_job_observation_created_fte_not_negative CHECK (created_fte >= 0),
    CONSTRAINT ck_job_observation_maintained_fte_not_negative CHECK (maintained_fte >= 0),
    CONSTRAINT ck_job_observation_sustained_fte_not_negative CHECK (sustained_fte >= 0),
    CONSTRAINT fk_job_observation_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_job_observation_document_id FOREIGN KEY(document_id) REFERENCES supporting_document (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_job_observation_reverses_id FOREIGN KEY(reverses_id) REFERENCES job_observation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
)

INDEXES = (
    """CREATE UNIQUE INDEX uq_paper_template_version ON paper_template (template, version)""",
    """CREATE UNIQUE INDEX uq_skill_category_name ON skill_category (name)""",
    """CREATE UNIQUE INDEX uq_report_snapshot_id ON report_snapshot (id)""",
    """CREATE INDEX ix_skill_offer_partner_id ON skill_offer (partner_id)""",
    """CREATE UNIQUE INDEX uq_partner_conflict_siren ON partner_conflict (partner_id, siren)""",
    """CREATE INDEX ix_sending_meeting_id ON sending (meeting_id)""",
    """CREATE UNIQUE INDEX uq_sending_id ON sending (id)""",
    """CREATE INDEX ix_paper_sha256 ON paper (sha256)""",
    """CREATE UNIQUE INDEX uq_mission_number ON mission (number)""",
    """CREATE INDEX ix_mission_dossier_id ON mission (dossier_id)""",
    """CREATE INDEX ix_mission_partner_id ON mission (partner_id)""",
    """CREATE UNIQUE INDEX uq_diagnosis_id ON diagnosis (id)""",
    """CREATE INDEX ix_diagnosis_dossier_id ON diagnosis (dossier_id)""",
    """CREATE INDEX ix_job_opening_dossier_id ON job_opening (dossier_id)""",
    """CREATE UNIQUE INDEX uq_history_record_dossier_id ON history_record (dossier_id)""",
    """CREATE UNIQUE INDEX uq_history_record_id ON history_record (id)""",
    """CREATE UNIQUE INDEX uq_mission_event_id ON mission_event (id)""",
    """CREATE INDEX ix_mission_event_mission_id ON mission_event (mission_id, value_on)""",
    """CREATE UNIQUE INDEX uq_job_observation_reverses_id ON job_observation (reverses_id)""",
    """CREATE INDEX ix_job_observation_dossier_id ON job_observation (dossier_id, observed_on)""",
    """CREATE UNIQUE INDEX uq_job_observation_id ON job_observation (id)""",
)

TRIGGERS = (
    """CREATE TRIGGER paper_refuses_update BEFORE UPDATE ON paper BEGIN
    SELECT RAISE(ABORT, 'paper is append-only');
END""",
    """CREATE TRIGGER paper_refuses_delete BEFORE DELETE ON paper BEGIN
    SELECT RAISE(ABORT, 'paper is append-only');
END""",
    """CREATE TRIGGER paper_refuses_replace BEFORE INSERT ON paper
WHEN EXISTS (SELECT 1 FROM paper WHERE (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'paper is append-only');
END""",
    """CREATE TRIGGER paper_template_refuses_update BEFORE UPDATE ON paper_template BEGIN
    SELECT RAISE(ABORT, 'paper_template is append-only');
END""",
    """CREATE TRIGGER paper_template_refuses_delete BEFORE DELETE ON paper_template BEGIN
    SELECT RAISE(ABORT, 'paper_template is append-only');
END""",
    """CREATE TRIGGER paper_template_refuses_replace BEFORE INSERT ON paper_template
WHEN EXISTS (SELECT 1 FROM paper_template WHERE (id = new.id) OR (template = new.template AND version = new.version)) BEGIN
    SELECT RAISE(ABORT, 'paper_template is append-only');
END""",
    """CREATE TRIGGER sending_refuses_update BEFORE UPDATE ON sending BEGIN
    SELECT RAISE(ABORT, 'sending is append-only');
END""",
    """CREATE TRIGGER sending_refuses_delete BEFORE DELETE ON sending BEGIN
    SELECT RAISE(ABORT, 'sending is append-only');
END""",
    """CREATE TRIGGER sending_refuses_replace BEFORE INSERT ON sending
WHEN EXISTS (SELECT 1 FROM sending WHERE (sequence = new.sequence) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'sending is append-only');
END""",
    """CREATE TRIGGER mission_event_refuses_update BEFORE UPDATE ON mission_event BEGIN
    SELECT RAISE(ABORT, 'mission_event is append-only');
END""",
    """CREATE TRIGGER mission_event_refuses_delete BEFORE DELETE ON mission_event BEGIN
    SELECT RAISE(ABORT, 'mission_event is append-only');
END""",
    """CREATE TRIGGER mission_event_refuses_replace BEFORE INSERT ON mission_event
WHEN EXISTS (SELECT 1 FROM mission_event WHERE (sequence = new.sequence) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'mission_event is append-only');
END""",
    """CREATE TRIGGER diagnosis_refuses_update BEFORE UPDATE ON diagnosis BEGIN
    SELECT RAISE(ABORT, 'diagnosis is append-only');
END""",
    """CREATE TRIGGER diagnosis_refuses_delete BEFORE DELETE ON diagnosis BEGIN
    SELECT RAISE(ABORT, 'diagnosis is append-only');
END""",
    """CREATE TRIGGER diagnosis_refuses_replace BEFORE INSERT ON diagnosis
WHEN EXISTS (SELECT 1 FROM diagnosis WHERE (sequence = new.sequence) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'diagnosis is append-only');
END""",
    """CREATE TRIGGER job_observation_refuses_update BEFORE UPDATE ON job_observation BEGIN
    SELECT RAISE(ABORT, 'job_observation is append-only');
END""",
    """CREATE TRIGGER job_observation_refuses_delete BEFORE DELETE ON job_observation BEGIN
    SELECT RAISE(ABORT, 'job_observation is append-only');
END""",
    """CREATE TRIGGER job_observation_refuses_replace BEFORE INSERT ON job_observation
WHEN EXISTS (SELECT 1 FROM job_observation WHERE (sequence = new.sequence) OR (id = new.id) OR (reverses_id = new.reverses_id)) BEGIN
    SELECT RAISE(ABORT, 'job_observation is append-only');
END""",
    """CREATE TRIGGER history_record_refuses_update BEFORE UPDATE ON history_record BEGIN
    SELECT RAISE(ABORT, 'history_record is append-only');
END""",
    """CREATE TRIGGER history_record_refuses_delete BEFORE DELETE ON history_record BEGIN
    SELECT RAISE(ABORT, 'history_record is append-only');
END""",
    """CREATE TRIGGER history_record_refuses_replace BEFORE INSERT ON history_record
WHEN EXISTS (SELECT 1 FROM history_record WHERE (sequence = new.sequence) OR (dossier_id = new.dossier_id) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'history_record is append-only');
END""",
    """CREATE TRIGGER follow_up_rules_refuses_update BEFORE UPDATE ON follow_up_rules BEGIN
    SELECT RAISE(ABORT, 'follow_up_rules is append-only');
END""",
    """CREATE TRIGGER follow_up_rules_refuses_delete BEFORE DELETE ON follow_up_rules BEGIN
    SELECT RAISE(ABORT, 'follow_up_rules is append-only');
END""",
    """CREATE TRIGGER follow_up_rules_refuses_replace BEFORE INSERT ON follow_up_rules
WHEN EXISTS (SELECT 1 FROM follow_up_rules WHERE (number = new.number)) BEGIN
    SELECT RAISE(ABORT, 'follow_up_rules is append-only');
END""",
    """CREATE TRIGGER report_snapshot_refuses_update BEFORE UPDATE ON report_snapshot BEGIN
    SELECT RAISE(ABORT, 'report_snapshot is append-only');
END""",
    """CREATE TRIGGER report_snapshot_refuses_delete BEFORE DELETE ON report_snapshot BEGIN
    SELECT RAISE(ABORT, 'report_snapshot is append-only');
END""",
    """CREATE TRIGGER report_snapshot_refuses_replace BEFORE INSERT ON report_snapshot
WHEN EXISTS (SELECT 1 FROM report_snapshot WHERE (sequence = new.sequence) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'report_snapshot is append-only');
END""",
)


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    for name in CHANGED:
        run(f"CREATE TEMPORARY TABLE carried_{name} AS SELECT * FROM {name} ORDER BY rowid")  # noqa: S608 - our own names
        run(f"DROP TABLE {name}")
    for statement in TABLES:
        run(statement)
    for name in CHANGED:
        run(f"INSERT INTO {name} SELECT * FROM carried_{name} ORDER BY rowid")  # noqa: S608 - our own names
        run(f"DROP TABLE carried_{name}")
    for statement in (*INDEXES, *TRIGGERS):
        run(statement)
