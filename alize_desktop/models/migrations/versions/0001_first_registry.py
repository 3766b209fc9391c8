"""The first registry: every table, index and trigger, as they were then."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE programme (
    id INTEGER NOT NULL,
    basin TEXT NOT NULL,
    operator TEXT NOT NULL,
    body_name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    calendar TEXT NOT NULL CONSTRAINT ck_programme_calendar_known CHECK (calendar IN ('metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte')),
    fund_amount INTEGER,
    is_demonstration INTEGER NOT NULL,
    CONSTRAINT pk_programme PRIMARY KEY (id),
    CONSTRAINT ck_programme_single_row CHECK (id = 1)
) STRICT""",
    """CREATE TABLE member (
    id TEXT NOT NULL,
    seat INTEGER NOT NULL,
    civility TEXT NOT NULL CONSTRAINT ck_member_civility_known CHECK (civility IN ('madame', 'monsieur')),
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    college TEXT NOT NULL CONSTRAINT ck_member_college_known CHECK (college IN ('enterprise', 'bank', 'accountant', 'state', 'local_authority', 'chamber', 'other')),
    office TEXT NOT NULL CONSTRAINT ck_member_office_known CHECK (office IN ('chair', 'vice_chair', 'member', 'alternate', 'guest')),
    weight TEXT NOT NULL,
    alternate_of_id TEXT,
    email TEXT NOT NULL,
    interests TEXT NOT NULL,
    left_on TEXT,
    CONSTRAINT pk_member PRIMARY KEY (id),
    CONSTRAINT ck_member_seat_positive CHECK (seat >= 1),
    CONSTRAINT fk_member_alternate_of_id FOREIGN KEY(alternate_of_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE INDEX ix_member_seat ON member (seat)""",
    """CREATE TABLE partner (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    siren TEXT NOT NULL,
    basin TEXT NOT NULL,
    large_group TEXT NOT NULL CONSTRAINT ck_partner_large_group_known CHECK (large_group IN ('yes', 'no', 'unknown')),
    skills TEXT NOT NULL,
    days_per_year INTEGER NOT NULL,
    correspondent TEXT NOT NULL,
    email TEXT NOT NULL,
    CONSTRAINT pk_partner PRIMARY KEY (id),
    CONSTRAINT ck_partner_days_not_negative CHECK (days_per_year >= 0)
) STRICT""",
    """CREATE TABLE document_content (
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL,
    CONSTRAINT pk_document_content PRIMARY KEY (sha256)
) STRICT""",
    """CREATE TABLE journal (
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT,
    details TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT pk_journal PRIMARY KEY (sequence)
) STRICT""",
    """CREATE INDEX ix_journal_subject_id ON journal (subject_id)""",
    """CREATE TABLE meeting (
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    held_on TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    place TEXT NOT NULL,
    presiding_member_id TEXT,
    secretary TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT ck_meeting_state_known CHECK (state IN ('preparation', 'open', 'closed')),
    created_at TEXT NOT NULL,
    opened_at TEXT,
    quorum_at TEXT,
    closed_at TEXT,
    rules TEXT NOT NULL,
    CONSTRAINT pk_meeting PRIMARY KEY (id),
    CONSTRAINT fk_meeting_presiding_member_id FOREIGN KEY(presiding_member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE UNIQUE INDEX uq_meeting_number ON meeting (number)""",
    """CREATE TABLE dossier (
    serial INTEGER NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL CONSTRAINT ck_dossier_state_known CHECK (state IN ('filed', 'under_appraisal', 'awaiting_documents', 'complete', 'scheduled', 'deferred', 'decided', 'withdrawn')),
    state_reason TEXT NOT NULL,
    created_at TEXT NOT NULL,
    outcome TEXT CONSTRAINT ck_dossier_outcome_known CHECK (outcome IN ('approved', 'approved_with_conditions', 'approved_reduced', 'deferred', 'rejected', 'withdrawn')),
    meeting_id TEXT,
    sort_name TEXT NOT NULL,
    sort_town TEXT NOT NULL,
    search_text TEXT NOT NULL,
    filed_on TEXT NOT NULL,
    basin TEXT NOT NULL,
    extra TEXT NOT NULL,
    company_name TEXT NOT NULL,
    company_siren TEXT NOT NULL,
    company_siret TEXT NOT NULL,
    company_legal_form TEXT NOT NULL,
    company_naf_code TEXT NOT NULL,
    company_sector TEXT CONSTRAINT ck_dossier_company_sector_known CHECK (company_sector IN ('agriculture', 'industry', 'construction', 'trade', 'services', 'not_eligible')),
    company_founded_on TEXT,
    company_postcode TEXT NOT NULL,
    company_town TEXT NOT NULL,
    company_manager_name TEXT NOT NULL,
    company_manager_civility TEXT CONSTRAINT ck_dossier_company_manager_civility_known CHECK (company_manager_civility IN ('madame', 'monsieur')),
    company_email TEXT NOT NULL,
    company_phone TEXT NOT NULL,
    company_headcount INTEGER,
    company_bank TEXT NOT NULL,
    company_accountant TEXT NOT NULL,
    project_aim TEXT NOT NULL,
    project_kind TEXT CONSTRAINT ck_dossier_project_kind_known CHECK (project_kind IN ('development', 'investment', 'takeover', 'diversification', 'recruitment', 'creation', 'other')),
    project_purpose TEXT NOT NULL,
    project_need_expressed TEXT NOT NULL,
    project_need_diagnosed TEXT NOT NULL,
    financing_cost INTEGER,
    financing_equity INTEGER,
    financing_bank_loan INTEGER,
    financing_other_funding INTEGER,
    financing_past_de_minimis INTEGER NOT NULL,
    request_amount INTEGER NOT NULL,
    request_months INTEGER NOT NULL,
    request_deferral INTEGER NOT NULL,
    request_every INTEGER NOT NULL,
    jobs_created INTEGER NOT NULL,
    jobs_maintained INTEGER NOT NULL,
    jobs_sustained INTEGER NOT NULL,
    jobs_contract TEXT CONSTRAINT ck_dossier_jobs_contract_known CHECK (jobs_contract IN ('permanent', 'fixed_term', 'apprenticeship', 'other')),
    skills_category TEXT NOT NULL,
    skills_days INTEGER NOT NULL,
    opinion_case_officer TEXT NOT NULL,
    opinion_advice TEXT CONSTRAINT ck_dossier_opinion_advice_known CHECK (opinion_advice IN ('favourable', 'favourable_with_conditions', 'reserved', 'unfavourable')),
    opinion_note TEXT NOT NULL,
    CONSTRAINT pk_dossier PRIMARY KEY (serial),
    CONSTRAINT ck_dossier_company_headcount_not_negative CHECK (company_headcount >= 0),
    CONSTRAINT ck_dossier_financing_cost_not_negative CHECK (financing_cost >= 0),
    CONSTRAINT ck_dossier_financing_equity_not_negative CHECK (financing_equity >= 0),
    CONSTRAINT ck_dossier_financing_bank_loan_not_negative CHECK (financing_bank_loan >= 0),
    CONSTRAINT ck_dossier_financing_other_funding_not_negative CHECK (financing_other_funding >= 0),
    CONSTRAINT ck_dossier_financing_past_de_minimis_not_negative CHECK (financing_past_de_minimis >= 0),
    CONSTRAINT ck_dossier_request_amount_not_negative CHECK (request_amount >= 0),
    CONSTRAINT ck_dossier_jobs_created_not_negative CHECK (jobs_created >= 0),
    CONSTRAINT ck_dossier_jobs_maintained_not_negative CHECK (jobs_maintained >= 0),
    CONSTRAINT ck_dossier_jobs_sustained_not_negative CHECK (jobs_sustained >= 0),
    CONSTRAINT ck_dossier_skills_days_not_negative CHECK (skills_days >= 0),
    CONSTRAINT ck_dossier_revision_positive CHECK (revision >= 1),
    CONSTRAINT ck_dossier_request_months_positive CHECK (request_months >= 1),
    CONSTRAINT ck_dossier_request_deferral_not_negative CHECK (request_deferral >= 0),
    CONSTRAINT ck_dossier_request_every_known CHECK (request_every IN (1, 3, 6, 12)),
    CONSTRAINT fk_dossier_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE INDEX ix_dossier_request_amount ON dossier (request_amount)""",
    """CREATE UNIQUE INDEX uq_dossier_number ON dossier (number)""",
    """CREATE INDEX ix_dossier_sort_name ON dossier (sort_name)""",
    """CREATE UNIQUE INDEX uq_dossier_id ON dossier (id)""",
    """CREATE INDEX ix_dossier_filed_on ON dossier (filed_on)""",
    """CREATE INDEX ix_dossier_state ON dossier (state)""",
    """CREATE INDEX ix_dossier_meeting_id ON dossier (meeting_id)""",
    """CREATE INDEX ix_dossier_sort_town ON dossier (sort_town)""",
    """CREATE TABLE supporting_document (
    id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    added_at TEXT NOT NULL,
    removed_at TEXT,
    CONSTRAINT pk_supporting_document PRIMARY KEY (id),
    CONSTRAINT ck_supporting_document_size_not_negative CHECK (size >= 0),
    CONSTRAINT fk_supporting_document_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_supporting_document_sha256 FOREIGN KEY(sha256) REFERENCES document_content (sha256) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE INDEX ix_supporting_document_dossier_id ON supporting_document (dossier_id)""",
    """CREATE TABLE agenda_item (
    id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    dossier_id TEXT NOT NULL,
    step TEXT NOT NULL CONSTRAINT ck_agenda_item_step_known CHECK (step IN ('pending', 'presented', 'ballot_open', 'ballot_closed', 'proclaimed', 'decided')),
    begun_at TEXT,
    CONSTRAINT pk_agenda_item PRIMARY KEY (id),
    CONSTRAINT ck_agenda_item_position_positive CHECK (position >= 1),
    CONSTRAINT uq_agenda_item_meeting_id_dossier_id UNIQUE (meeting_id, dossier_id),
    CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agenda_item_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE INDEX ix_agenda_item_dossier_id ON agenda_item (dossier_id)""",
    """CREATE TABLE paper (
    id TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_paper_kind_known CHECK (kind IN ('minutes', 'schedule')),
    meeting_id TEXT,
    dossier_id TEXT,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    journal_head TEXT NOT NULL,
    CONSTRAINT pk_paper PRIMARY KEY (id),
    CONSTRAINT ck_paper_size_not_negative CHECK (size >= 0),
    CONSTRAINT fk_paper_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_paper_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE attendance_event (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_attendance_event_kind_known CHECK (kind IN ('present', 'remote', 'excused', 'absent', 'represented', 'substituted', 'recused', 'recusal_lifted')),
    holder_id TEXT,
    item_id TEXT,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_attendance_event PRIMARY KEY (sequence),
    CONSTRAINT ck_attendance_event_item_of_recusals CHECK ((kind IN ('recused', 'recusal_lifted')) = (item_id IS NOT NULL)),
    CONSTRAINT ck_attendance_event_holder_is_another CHECK (holder_id IS NULL OR holder_id <> member_id),
    CONSTRAINT fk_attendance_event_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attendance_event_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attendance_event_holder_id FOREIGN KEY(holder_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attendance_event_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE UNIQUE INDEX uq_attendance_event_id ON attendance_event (id)""",
    """CREATE INDEX ix_attendance_event_meeting_id ON attendance_event (meeting_id, member_id)""",
    """CREATE TABLE ballot (
    id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    form TEXT NOT NULL CONSTRAINT ck_ballot_form_known CHECK (form IN ('named', 'hands', 'secret', 'consensus')),
    opened_at TEXT NOT NULL,
    closed_at TEXT,
    proclaimed_at TEXT,
    majority TEXT NOT NULL,
    quorum_required INTEGER NOT NULL,
    quorum_counted INTEGER NOT NULL,
    quorum_recused INTEGER NOT NULL,
    in_office INTEGER NOT NULL,
    voices_in_office TEXT NOT NULL,
    presiding_member_id TEXT NOT NULL,
    recused TEXT NOT NULL,
    casting_choice TEXT CONSTRAINT ck_ballot_casting_choice_known CHECK (casting_choice IN ('for', 'against', 'abstention', 'not_participating')),
    result TEXT,
    sentence TEXT NOT NULL,
    CONSTRAINT pk_ballot PRIMARY KEY (id),
    CONSTRAINT ck_ballot_closed_first CHECK (closed_at IS NOT NULL OR proclaimed_at IS NULL),
    CONSTRAINT ck_ballot_result_frozen CHECK ((proclaimed_at IS NULL) = (result IS NULL)),
    CONSTRAINT fk_ballot_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ballot_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ballot_presiding_member_id FOREIGN KEY(presiding_member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE UNIQUE INDEX uq_ballot_open ON ballot (meeting_id) WHERE closed_at IS NULL""",
    """CREATE UNIQUE INDEX uq_ballot_item_id ON ballot (item_id)""",
    """CREATE TABLE decision (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    number TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    outcome TEXT NOT NULL CONSTRAINT ck_decision_outcome_known CHECK (outcome IN ('approved', 'approved_with_conditions', 'approved_reduced', 'deferred', 'rejected', 'withdrawn')),
    amount INTEGER NOT NULL,
    months INTEGER NOT NULL,
    deferral INTEGER NOT NULL,
    every INTEGER NOT NULL,
    days INTEGER NOT NULL,
    skill_category TEXT NOT NULL,
    partner_id TEXT,
    jobs_created INTEGER NOT NULL,
    jobs_maintained INTEGER NOT NULL,
    contract TEXT CONSTRAINT ck_decision_contract_known CHECK (contract IN ('permanent', 'fixed_term', 'apprenticeship', 'other')),
    jobs_by TEXT,
    grounds TEXT NOT NULL,
    documents_asked TEXT NOT NULL,
    calendar TEXT NOT NULL CONSTRAINT ck_decision_calendar_known CHECK (calendar IN ('metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte')),
    roll TEXT NOT NULL CONSTRAINT ck_decision_roll_known CHECK (roll IN ('next', 'none')),
    rounding TEXT NOT NULL CONSTRAINT ck_decision_rounding_known CHECK (rounding IN ('half_up', 'down')),
    CONSTRAINT pk_decision PRIMARY KEY (sequence),
    CONSTRAINT ck_decision_amount_not_negative CHECK (amount >= 0),
    CONSTRAINT ck_decision_deferral_not_negative CHECK (deferral >= 0),
    CONSTRAINT ck_decision_days_not_negative CHECK (days >= 0),
    CONSTRAINT ck_decision_jobs_created_not_negative CHECK (jobs_created >= 0),
    CONSTRAINT ck_decision_jobs_maintained_not_negative CHECK (jobs_maintained >= 0),
    CONSTRAINT fk_decision_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE UNIQUE INDEX uq_decision_number ON decision (number)""",
    """CREATE UNIQUE INDEX uq_decision_item_id ON decision (item_id)""",
    """CREATE INDEX ix_decision_dossier_id ON decision (dossier_id)""",
    """CREATE UNIQUE INDEX uq_decision_id ON decision (id)""",
    """CREATE TABLE ballot_voter (
    ballot_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    holder_id TEXT,
    weight TEXT NOT NULL,
    CONSTRAINT pk_ballot_voter PRIMARY KEY (ballot_id, member_id),
    CONSTRAINT fk_ballot_voter_ballot_id FOREIGN KEY(ballot_id) REFERENCES ballot (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ballot_voter_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ballot_voter_holder_id FOREIGN KEY(holder_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE vote (
    sequence INTEGER NOT NULL,
    ballot_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    choice TEXT CONSTRAINT ck_vote_choice_known CHECK (choice IN ('for', 'against', 'abstention', 'not_participating')),
    cast_at TEXT NOT NULL,
    CONSTRAINT pk_vote PRIMARY KEY (sequence),
    CONSTRAINT uq_vote_ballot_id_member_id_revision UNIQUE (ballot_id, member_id, revision),
    CONSTRAINT ck_vote_revision_positive CHECK (revision >= 1),
    CONSTRAINT fk_vote_ballot_id FOREIGN KEY(ballot_id) REFERENCES ballot (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_vote_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE decision_condition (
    decision_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_decision_condition_kind_known CHECK (kind IN ('precedent', 'follow_up')),
    due_on TEXT,
    CONSTRAINT pk_decision_condition PRIMARY KEY (decision_id, position),
    CONSTRAINT ck_decision_condition_position_positive CHECK (position >= 1),
    CONSTRAINT fk_decision_condition_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE VIRTUAL TABLE dossier_search USING fts5(
    search_text,
    content='dossier',
    content_rowid='serial',
    tokenize="unicode61 remove_diacritics 2",
    prefix='2 3'
)""",
    """CREATE TRIGGER dossier_search_insert AFTER INSERT ON dossier BEGIN
    INSERT INTO dossier_search(rowid, search_text) VALUES (new.serial, new.search_text);
END""",
    """CREATE TRIGGER dossier_search_delete AFTER DELETE ON dossier BEGIN
    INSERT INTO dossier_search(dossier_search, rowid, search_text)
    VALUES ('delete', old.serial, old.search_text);
END""",
    """CREATE TRIGGER dossier_search_update AFTER UPDATE OF serial, search_text ON dossier BEGIN
    INSERT INTO dossier_search(dossier_search, rowid, search_text)
    VALUES ('delete', old.serial, old.search_text);
    INSERT INTO dossier_search(rowid, search_text) VALUES (new.serial, new.search_text);
END""",
    """CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal BEGIN
    SELECT RAISE(ABORT, 'journal is append-only');
END""",
    """CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal BEGIN
    SELECT RAISE(ABORT, 'journal is append-only');
END""",
    """CREATE TRIGGER journal_refuses_replace BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE (sequence = new.sequence)) BEGIN
    SELECT RAISE(ABORT, 'journal is append-only');
END""",
    """CREATE TRIGGER ballot_voter_refuses_update BEFORE UPDATE ON ballot_voter BEGIN
    SELECT RAISE(ABORT, 'ballot_voter is append-only');
END""",
    """CREATE TRIGGER ballot_voter_refuses_delete BEFORE DELETE ON ballot_voter BEGIN
    SELECT RAISE(ABORT, 'ballot_voter is append-only');
END""",
    """CREATE TRIGGER ballot_voter_refuses_replace BEFORE INSERT ON ballot_voter
WHEN EXISTS (SELECT 1 FROM ballot_voter WHERE (ballot_id = new.ballot_id AND member_id = new.member_id)) BEGIN
    SELECT RAISE(ABORT, 'ballot_voter is append-only');
END""",
    """CREATE TRIGGER vote_refuses_update BEFORE UPDATE ON vote BEGIN
    SELECT RAISE(ABORT, 'vote is append-only');
END""",
    """CREATE TRIGGER vote_refuses_delete BEFORE DELETE ON vote BEGIN
    SELECT RAISE(ABORT, 'vote is append-only');
END""",
    """CREATE TRIGGER vote_refuses_replace BEFORE INSERT ON vote
WHEN EXISTS (SELECT 1 FROM vote WHERE (sequence = new.sequence) OR (ballot_id = new.ballot_id AND member_id = new.member_id AND revision = new.revision)) BEGIN
    SELECT RAISE(ABORT, 'vote is append-only');
END""",
    """CREATE TRIGGER attendance_event_refuses_update BEFORE UPDATE ON attendance_event BEGIN
    SELECT RAISE(ABORT, 'attendance_event is append-only');
END""",
    """CREATE TRIGGER attendance_event_refuses_delete BEFORE DELETE ON attendance_event BEGIN
    SELECT RAISE(ABORT, 'attendance_event is append-only');
END""",
    """CREATE TRIGGER attendance_event_refuses_replace BEFORE INSERT ON attendance_event
WHEN EXISTS (SELECT 1 FROM attendance_event WHERE (sequence = new.sequence) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'attendance_event is append-only');
END""",
    """CREATE TRIGGER decision_refuses_update BEFORE UPDATE ON decision BEGIN
    SELECT RAISE(ABORT, 'decision is append-only');
END""",
    """CREATE TRIGGER decision_refuses_delete BEFORE DELETE ON decision BEGIN
    SELECT RAISE(ABORT, 'decision is append-only');
END""",
    """CREATE TRIGGER decision_refuses_replace BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE (sequence = new.sequence) OR (id = new.id) OR (item_id = new.item_id) OR (number = new.number)) BEGIN
    SELECT RAISE(ABORT, 'decision is append-only');
END""",
    """CREATE TRIGGER decision_condition_refuses_update BEFORE UPDATE ON decision_condition BEGIN
    SELECT RAISE(ABORT, 'decision_condition is append-only');
END""",
    """CREATE TRIGGER decision_condition_refuses_delete BEFORE DELETE ON decision_condition BEGIN
    SELECT RAISE(ABORT, 'decision_condition is append-only');
END""",
    """CREATE TRIGGER decision_condition_refuses_replace BEFORE INSERT ON decision_condition
WHEN EXISTS (SELECT 1 FROM decision_condition WHERE (decision_id = new.decision_id AND position = new.position)) BEGIN
    SELECT RAISE(ABORT, 'decision_condition is append-only');
END""",
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
    """CREATE TRIGGER ballot_refuses_another_opening BEFORE UPDATE OF
    id, item_id, meeting_id, form, opened_at, majority, quorum_required, quorum_counted,
    quorum_recused, in_office, voices_in_office, presiding_member_id, recused
ON ballot BEGIN
    SELECT RAISE(ABORT, 'ballot is frozen at its opening');
END""",
    """CREATE TRIGGER ballot_refuses_another_closing BEFORE UPDATE OF closed_at ON ballot
WHEN old.closed_at IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'ballot is closed once');
END""",
    """CREATE TRIGGER ballot_refuses_another_result BEFORE UPDATE ON ballot
WHEN old.proclaimed_at IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'ballot is frozen at its proclamation');
END""",
    """CREATE TRIGGER ballot_refuses_delete BEFORE DELETE ON ballot BEGIN
    SELECT RAISE(ABORT, 'ballot is never deleted');
END""",
    """CREATE TRIGGER ballot_refuses_replace BEFORE INSERT ON ballot
WHEN EXISTS (SELECT 1 FROM ballot WHERE id = new.id OR item_id = new.item_id) BEGIN
    SELECT RAISE(ABORT, 'ballot is never replaced');
END""",
    """CREATE TRIGGER ballot_refuses_another_open BEFORE INSERT ON ballot
WHEN new.closed_at IS NULL AND EXISTS (
    SELECT 1 FROM ballot WHERE meeting_id = new.meeting_id AND closed_at IS NULL) BEGIN
    SELECT RAISE(ABORT, 'one ballot at most is open: ballot.meeting_id');
END""",
    """CREATE TRIGGER ballot_voter_refuses_latecomers BEFORE INSERT ON ballot_voter
WHEN (SELECT closed_at FROM ballot WHERE id = new.ballot_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'ballot is closed');
END""",
    """CREATE TRIGGER vote_refuses_latecomers BEFORE INSERT ON vote
WHEN (SELECT closed_at FROM ballot WHERE id = new.ballot_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'ballot is closed');
END""",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
