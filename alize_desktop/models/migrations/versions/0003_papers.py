"""Papers: their kinds, templates, looks, texts of the minutes, sendings, copies, signatures."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE paper (
    id TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_paper_kind_known CHECK (kind IN ('minutes', 'schedule', 'notice', 'mail', 'calendar', 'pack', 'attendance_sheet', 'secret_ballots', 'roll_call_grid', 'decision_slips', 'conductor', 'minutes_extract', 'decision_list', 'notification', 'agreement', 'amendment', 'conditions_sheet', 'secondment', 'de_minimis', 'aid_sheet', 'release_order', 'reminder', 'formal_notice', 'acceleration_notice', 'advance_decision', 'fund_statement', 'arrears_report', 'aid_register', 'payment_file', 'manifest', 'archive')),
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
    """CREATE TABLE paper_template (
    id TEXT NOT NULL,
    template TEXT NOT NULL CONSTRAINT ck_paper_template_template_known CHECK (template IN ('notice', 'notice_mail', 'notification_approved', 'notification_conditions', 'notification_reduced', 'notification_deferred', 'notification_refused', 'notification_withdrawn', 'agreement', 'amendment', 'conditions_sheet', 'secondment', 'de_minimis', 'reminder', 'formal_notice', 'acceleration_notice', 'standard_sentences')),
    version INTEGER NOT NULL,
    text TEXT,
    adopted_at TEXT NOT NULL,
    CONSTRAINT pk_paper_template PRIMARY KEY (id),
    CONSTRAINT ck_paper_template_version_positive CHECK (version >= 1)
) STRICT""",
    """CREATE TABLE paper_identity (
    version INTEGER NOT NULL,
    address TEXT NOT NULL,
    signatory TEXT NOT NULL,
    footer TEXT NOT NULL,
    accent TEXT NOT NULL,
    logo_sha256 TEXT,
    adopted_at TEXT NOT NULL,
    CONSTRAINT pk_paper_identity PRIMARY KEY (version),
    CONSTRAINT ck_paper_identity_version_positive CHECK (version >= 1),
    CONSTRAINT fk_paper_identity_logo_sha256 FOREIGN KEY(logo_sha256) REFERENCES document_content (sha256) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE minutes_text (
    id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    block TEXT NOT NULL CONSTRAINT ck_minutes_text_block_known CHECK (block IN ('opening', 'previous_minutes', 'heard', 'discussion', 'follow_up', 'other_business', 'closing')),
    text TEXT NOT NULL,
    written_at TEXT NOT NULL,
    CONSTRAINT pk_minutes_text PRIMARY KEY (id),
    CONSTRAINT fk_minutes_text_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE minutes_stage (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    stage TEXT NOT NULL CONSTRAINT ck_minutes_stage_stage_known CHECK (stage IN ('draft', 'reviewed', 'signed', 'approved')),
    "by" TEXT NOT NULL,
    paper_id TEXT,
    at TEXT NOT NULL,
    CONSTRAINT pk_minutes_stage PRIMARY KEY (sequence),
    CONSTRAINT ck_minutes_stage_version_positive CHECK (version >= 1),
    CONSTRAINT fk_minutes_stage_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_minutes_stage_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE sending (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    member_id TEXT,
    kind TEXT NOT NULL CONSTRAINT ck_sending_kind_known CHECK (kind IN ('minutes', 'schedule', 'notice', 'mail', 'calendar', 'pack', 'attendance_sheet', 'secret_ballots', 'roll_call_grid', 'decision_slips', 'conductor', 'minutes_extract', 'decision_list', 'notification', 'agreement', 'amendment', 'conditions_sheet', 'secondment', 'de_minimis', 'aid_sheet', 'release_order', 'reminder', 'formal_notice', 'acceleration_notice', 'advance_decision', 'fund_statement', 'arrears_report', 'aid_register', 'payment_file', 'manifest', 'archive')),
    means TEXT NOT NULL CONSTRAINT ck_sending_means_known CHECK (means IN ('mail', 'letter', 'registered_letter', 'by_hand', 'other')),
    recipient TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    note TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    CONSTRAINT pk_sending PRIMARY KEY (sequence),
    CONSTRAINT fk_sending_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_sending_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE pack_copy (
    id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    member_id TEXT,
    paper_id TEXT NOT NULL,
    withheld TEXT NOT NULL,
    journal_head TEXT NOT NULL,
    made_at TEXT NOT NULL,
    CONSTRAINT pk_pack_copy PRIMARY KEY (id),
    CONSTRAINT ck_pack_copy_number_positive CHECK (number >= 1),
    CONSTRAINT fk_pack_copy_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_pack_copy_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_pack_copy_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE signature (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    paper_id TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_signature_kind_known CHECK (kind IN ('certificate', 'token', 'ink')),
    signer TEXT NOT NULL,
    declared_at TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    certificate TEXT NOT NULL,
    content_sha256 TEXT,
    recorded_at TEXT NOT NULL,
    CONSTRAINT pk_signature PRIMARY KEY (sequence),
    CONSTRAINT fk_signature_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_signature_content_sha256 FOREIGN KEY(content_sha256) REFERENCES document_content (sha256) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
)

INDEXES = (
    """CREATE INDEX ix_paper_sha256 ON paper (sha256)""",
    """CREATE UNIQUE INDEX uq_paper_template_version ON paper_template (template, version)""",
    """CREATE UNIQUE INDEX uq_minutes_text_place ON minutes_text (meeting_id, subject_id, block)""",
    """CREATE UNIQUE INDEX uq_minutes_stage_id ON minutes_stage (id)""",
    """CREATE INDEX ix_minutes_stage_meeting_id ON minutes_stage (meeting_id)""",
    """CREATE UNIQUE INDEX uq_sending_id ON sending (id)""",
    """CREATE INDEX ix_sending_meeting_id ON sending (meeting_id)""",
    """CREATE UNIQUE INDEX uq_pack_copy_number ON pack_copy (meeting_id, number)""",
    """CREATE INDEX ix_signature_sha256 ON signature (sha256)""",
    """CREATE INDEX ix_signature_paper_id ON signature (paper_id)""",
    """CREATE UNIQUE INDEX uq_signature_id ON signature (id)""",
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
    """CREATE TRIGGER paper_identity_refuses_update BEFORE UPDATE ON paper_identity BEGIN
    SELECT RAISE(ABORT, 'paper_identity is append-only');
END""",
    """CREATE TRIGGER paper_identity_refuses_delete BEFORE DELETE ON paper_identity BEGIN
    SELECT RAISE(ABORT, 'paper_identity is append-only');
END""",
    """CREATE TRIGGER paper_identity_refuses_replace BEFORE INSERT ON paper_identity
WHEN EXISTS (SELECT 1 FROM paper_identity WHERE (version = new.version)) BEGIN
    SELECT RAISE(ABORT, 'paper_identity is append-only');
END""",
    """CREATE TRIGGER minutes_stage_refuses_update BEFORE UPDATE ON minutes_stage BEGIN
    SELECT RAISE(ABORT, 'minutes_stage is append-only');
END""",
    """CREATE TRIGGER minutes_stage_refuses_delete BEFORE DELETE ON minutes_stage BEGIN
    SELECT RAISE(ABORT, 'minutes_stage is append-only');
END""",
    """CREATE TRIGGER minutes_stage_refuses_replace BEFORE INSERT ON minutes_stage
WHEN EXISTS (SELECT 1 FROM minutes_stage WHERE (sequence = new.sequence) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'minutes_stage is append-only');
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
    """CREATE TRIGGER pack_copy_refuses_update BEFORE UPDATE ON pack_copy BEGIN
    SELECT RAISE(ABORT, 'pack_copy is append-only');
END""",
    """CREATE TRIGGER pack_copy_refuses_delete BEFORE DELETE ON pack_copy BEGIN
    SELECT RAISE(ABORT, 'pack_copy is append-only');
END""",
    """CREATE TRIGGER pack_copy_refuses_replace BEFORE INSERT ON pack_copy
WHEN EXISTS (SELECT 1 FROM pack_copy WHERE (id = new.id) OR (meeting_id = new.meeting_id AND number = new.number)) BEGIN
    SELECT RAISE(ABORT, 'pack_copy is append-only');
END""",
    """CREATE TRIGGER signature_refuses_update BEFORE UPDATE ON signature BEGIN
    SELECT RAISE(ABORT, 'signature is append-only');
END""",
    """CREATE TRIGGER signature_refuses_delete BEFORE DELETE ON signature BEGIN
    SELECT RAISE(ABORT, 'signature is append-only');
END""",
    """CREATE TRIGGER signature_refuses_replace BEFORE INSERT ON signature
WHEN EXISTS (SELECT 1 FROM signature WHERE (sequence = new.sequence) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'signature is append-only');
END""",
)

CARRIED = """INSERT INTO paper (
    id, kind, meeting_id, dossier_id, path, sha256, size, made_at, journal_head)
SELECT id, kind, meeting_id, dossier_id, path, sha256, size, made_at, journal_head
FROM carried_paper"""


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("CREATE TEMPORARY TABLE carried_paper AS SELECT * FROM paper ORDER BY rowid")
    run("DROP TABLE paper")
    for statement in (*TABLES, CARRIED):
        run(statement)
    run("DROP TABLE carried_paper")
    for statement in (*INDEXES, *TRIGGERS):
        run(statement)
