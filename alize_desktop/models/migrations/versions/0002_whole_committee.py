"""The whole committee: every form of ballot, corrections, standing points, movements.

Tables that change are emptied into temporary ones, made again and filled: nothing is
renamed, so no reference and no trigger is rewritten behind our back. Foreign keys
are off, and the triggers come last, when everything is in its place.
"""

import hashlib
from datetime import datetime
from uuid import UUID

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CHANGED = (
    "meeting",
    "agenda_item",
    "attendance_event",
    "ballot",
    "ballot_voter",
    "vote",
    "decision",
)

TABLES = (
    """CREATE TABLE rules_version (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    rules TEXT NOT NULL,
    adopted_at TEXT NOT NULL,
    CONSTRAINT pk_rules_version PRIMARY KEY (number),
    CONSTRAINT ck_rules_version_number_positive CHECK (number >= 1)
) STRICT""",
    """CREATE TABLE rehearsal (
    id INTEGER NOT NULL,
    source TEXT NOT NULL,
    copied_at TEXT NOT NULL,
    CONSTRAINT pk_rehearsal PRIMARY KEY (id),
    CONSTRAINT ck_rehearsal_single_row CHECK (id = 1)
) STRICT""",
    """CREATE TABLE meeting (
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    held_on TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    place TEXT NOT NULL,
    presiding_member_id TEXT,
    secretary TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_meeting_kind_known CHECK (kind IN ('ordinary', 'written')),
    second_notice_of TEXT,
    replies_by TEXT,
    state TEXT NOT NULL CONSTRAINT ck_meeting_state_known CHECK (state IN ('preparation', 'convened', 'open', 'closed', 'approved')),
    created_at TEXT NOT NULL,
    opened_at TEXT,
    quorum_at TEXT,
    closed_at TEXT,
    rules TEXT NOT NULL,
    rules_name TEXT NOT NULL,
    minutes_version INTEGER NOT NULL,
    CONSTRAINT pk_meeting PRIMARY KEY (id),
    CONSTRAINT ck_meeting_minutes_version_positive CHECK (minutes_version >= 1),
    CONSTRAINT fk_meeting_presiding_member_id FOREIGN KEY(presiding_member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_meeting_second_notice_of FOREIGN KEY(second_notice_of) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE meeting_event (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_meeting_event_kind_known CHECK (kind IN ('convened', 'opened', 'suspended', 'resumed', 'closed', 'reopened', 'approved')),
    at TEXT NOT NULL,
    until TEXT,
    reason TEXT NOT NULL,
    CONSTRAINT pk_meeting_event PRIMARY KEY (sequence),
    CONSTRAINT fk_meeting_event_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE meeting_answer (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    kind TEXT CONSTRAINT ck_meeting_answer_kind_known CHECK (kind IN ('attends', 'remote', 'excused', 'proxy', 'substitute')),
    holder_id TEXT,
    at TEXT NOT NULL,
    CONSTRAINT pk_meeting_answer PRIMARY KEY (sequence),
    CONSTRAINT ck_meeting_answer_holder_is_another CHECK (holder_id IS NULL OR holder_id <> member_id),
    CONSTRAINT fk_meeting_answer_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_meeting_answer_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_meeting_answer_holder_id FOREIGN KEY(holder_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE private_note (
    meeting_id TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    text TEXT NOT NULL,
    written_at TEXT NOT NULL,
    CONSTRAINT pk_private_note PRIMARY KEY (meeting_id, subject_id),
    CONSTRAINT ck_private_note_text_said CHECK (text <> ''),
    CONSTRAINT fk_private_note_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
) STRICT""",
    """CREATE TABLE agenda_item (
    id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_agenda_item_kind_known CHECK (kind IN ('dossier', 'minutes_approval', 'conditions', 'ratification', 'information')),
    dossier_id TEXT,
    title TEXT NOT NULL,
    source_id TEXT,
    step TEXT NOT NULL CONSTRAINT ck_agenda_item_step_known CHECK (step IN ('pending', 'presented', 'ballot_open', 'ballot_closed', 'proclaimed', 'decided')),
    conclusion TEXT CONSTRAINT ck_agenda_item_conclusion_known CHECK (conclusion IN ('adopted', 'rejected', 'noted', 'postponed')),
    note TEXT NOT NULL,
    is_late INTEGER NOT NULL,
    is_carried_over INTEGER NOT NULL,
    begun_at TEXT,
    CONSTRAINT pk_agenda_item PRIMARY KEY (id),
    CONSTRAINT ck_agenda_item_position_positive CHECK (position >= 1),
    CONSTRAINT ck_agenda_item_turn_positive CHECK (turn >= 1),
    CONSTRAINT ck_agenda_item_dossier_of_kind CHECK ((kind = 'dossier') = (dossier_id IS NOT NULL)),
    CONSTRAINT uq_agenda_item_meeting_id_dossier_id UNIQUE (meeting_id, dossier_id),
    CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agenda_item_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agenda_item_source_id FOREIGN KEY(source_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE attendance_event (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_attendance_event_kind_known CHECK (kind IN ('present', 'remote', 'excused', 'absent', 'represented', 'substituted', 'departed', 'proxy_revoked', 'proxy_documented', 'recused', 'recusal_lifted', 'recusal_set_aside')),
    holder_id TEXT,
    item_id TEXT,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_attendance_event PRIMARY KEY (sequence),
    CONSTRAINT ck_attendance_event_item_of_recusals CHECK ((kind IN ('recused', 'recusal_lifted', 'recusal_set_aside')) = (item_id IS NOT NULL)),
    CONSTRAINT ck_attendance_event_holder_is_another CHECK (holder_id IS NULL OR holder_id <> member_id),
    CONSTRAINT fk_attendance_event_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attendance_event_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attendance_event_holder_id FOREIGN KEY(holder_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attendance_event_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE ballot (
    id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    form TEXT NOT NULL CONSTRAINT ck_ballot_form_known CHECK (form IN ('named', 'hands', 'secret', 'consensus')),
    motion TEXT NOT NULL,
    motion_amount INTEGER,
    answers_ballot_id TEXT,
    opened_at TEXT NOT NULL,
    closed_at TEXT,
    proclaimed_at TEXT,
    abandoned_at TEXT,
    abandon_reason TEXT NOT NULL,
    majority TEXT NOT NULL,
    quorum_required INTEGER NOT NULL,
    quorum_counted INTEGER NOT NULL,
    quorum_recused INTEGER NOT NULL,
    in_office INTEGER NOT NULL,
    voices_in_office TEXT NOT NULL,
    presiding_member_id TEXT NOT NULL,
    recused TEXT NOT NULL,
    CONSTRAINT pk_ballot PRIMARY KEY (id),
    CONSTRAINT uq_ballot_item_id_number UNIQUE (item_id, number),
    CONSTRAINT ck_ballot_number_positive CHECK (number >= 1),
    CONSTRAINT ck_ballot_motion_not_negative CHECK (motion_amount IS NULL OR motion_amount >= 0),
    CONSTRAINT ck_ballot_closed_first CHECK (closed_at IS NOT NULL OR proclaimed_at IS NULL),
    CONSTRAINT ck_ballot_abandoned_without_result CHECK (abandoned_at IS NULL OR (closed_at IS NOT NULL AND proclaimed_at IS NULL)),
    CONSTRAINT fk_ballot_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ballot_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ballot_answers_ballot_id FOREIGN KEY(answers_ballot_id) REFERENCES ballot (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ballot_presiding_member_id FOREIGN KEY(presiding_member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
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
    amends_id TEXT,
    CONSTRAINT pk_decision PRIMARY KEY (sequence),
    CONSTRAINT ck_decision_amount_not_negative CHECK (amount >= 0),
    CONSTRAINT ck_decision_deferral_not_negative CHECK (deferral >= 0),
    CONSTRAINT ck_decision_days_not_negative CHECK (days >= 0),
    CONSTRAINT ck_decision_jobs_created_not_negative CHECK (jobs_created >= 0),
    CONSTRAINT ck_decision_jobs_maintained_not_negative CHECK (jobs_maintained >= 0),
    CONSTRAINT fk_decision_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_amends_id FOREIGN KEY(amends_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE screen_position (
    meeting_id TEXT NOT NULL,
    step TEXT NOT NULL,
    item_id TEXT,
    CONSTRAINT pk_screen_position PRIMARY KEY (meeting_id),
    CONSTRAINT fk_screen_position_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
    CONSTRAINT fk_screen_position_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) ON DELETE CASCADE
) STRICT""",
    """CREATE TABLE ballot_voter (
    ballot_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    is_entitled INTEGER NOT NULL,
    holder_id TEXT,
    weight TEXT NOT NULL,
    CONSTRAINT pk_ballot_voter PRIMARY KEY (ballot_id, member_id, revision),
    CONSTRAINT ck_ballot_voter_revision_positive CHECK (revision >= 1),
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
    reason TEXT NOT NULL,
    CONSTRAINT pk_vote PRIMARY KEY (sequence),
    CONSTRAINT uq_vote_ballot_id_member_id_revision UNIQUE (ballot_id, member_id, revision),
    CONSTRAINT ck_vote_revision_positive CHECK (revision >= 1),
    CONSTRAINT fk_vote_ballot_id FOREIGN KEY(ballot_id) REFERENCES ballot (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_vote_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE ballot_count (
    sequence INTEGER NOT NULL,
    ballot_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    votes_for TEXT NOT NULL,
    votes_against TEXT NOT NULL,
    abstentions TEXT NOT NULL,
    not_participating TEXT NOT NULL,
    found INTEGER,
    blank INTEGER NOT NULL,
    void INTEGER NOT NULL,
    scrutineers TEXT NOT NULL,
    counted_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_ballot_count PRIMARY KEY (sequence),
    CONSTRAINT uq_ballot_count_ballot_id_revision UNIQUE (ballot_id, revision),
    CONSTRAINT ck_ballot_count_revision_positive CHECK (revision >= 1),
    CONSTRAINT ck_ballot_count_blank_not_negative CHECK (blank >= 0),
    CONSTRAINT ck_ballot_count_void_not_negative CHECK (void >= 0),
    CONSTRAINT fk_ballot_count_ballot_id FOREIGN KEY(ballot_id) REFERENCES ballot (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE ballot_result (
    sequence INTEGER NOT NULL,
    ballot_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    result TEXT NOT NULL,
    sentence TEXT NOT NULL,
    casting_choice TEXT CONSTRAINT ck_ballot_result_casting_choice_known CHECK (casting_choice IN ('for', 'against', 'abstention', 'not_participating')),
    proclaimed_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_ballot_result PRIMARY KEY (sequence),
    CONSTRAINT uq_ballot_result_ballot_id_revision UNIQUE (ballot_id, revision),
    CONSTRAINT ck_ballot_result_revision_positive CHECK (revision >= 1),
    CONSTRAINT ck_ballot_result_corrections_say_why CHECK ((revision = 1) = (reason = '')),
    CONSTRAINT fk_ballot_result_ballot_id FOREIGN KEY(ballot_id) REFERENCES ballot (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE condition_event (
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    decision_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_condition_event_kind_known CHECK (kind IN ('met', 'not_met', 'extended', 'waived')),
    until TEXT,
    note TEXT NOT NULL,
    meeting_id TEXT,
    at TEXT NOT NULL,
    CONSTRAINT pk_condition_event PRIMARY KEY (sequence),
    CONSTRAINT fk_condition_event_decision_id_position FOREIGN KEY(decision_id, position) REFERENCES decision_condition (decision_id, position) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_condition_event_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
)

INDEXES = (
    """CREATE UNIQUE INDEX uq_rules_version_id ON rules_version (id)""",
    """CREATE UNIQUE INDEX uq_meeting_number ON meeting (number)""",
    """CREATE UNIQUE INDEX uq_meeting_event_id ON meeting_event (id)""",
    """CREATE INDEX ix_meeting_event_meeting_id ON meeting_event (meeting_id)""",
    """CREATE UNIQUE INDEX uq_meeting_answer_id ON meeting_answer (id)""",
    """CREATE INDEX ix_meeting_answer_meeting_id ON meeting_answer (meeting_id, member_id)""",
    """CREATE INDEX ix_agenda_item_dossier_id ON agenda_item (dossier_id)""",
    """CREATE INDEX ix_attendance_event_meeting_id ON attendance_event (meeting_id, member_id)""",
    """CREATE UNIQUE INDEX uq_attendance_event_id ON attendance_event (id)""",
    """CREATE UNIQUE INDEX uq_ballot_open ON ballot (meeting_id) WHERE closed_at IS NULL""",
    """CREATE UNIQUE INDEX uq_decision_id ON decision (id)""",
    """CREATE UNIQUE INDEX uq_decision_number ON decision (number)""",
    """CREATE UNIQUE INDEX uq_decision_item_id ON decision (item_id)""",
    """CREATE INDEX ix_decision_dossier_id ON decision (dossier_id)""",
    """CREATE INDEX ix_condition_event_decision_id ON condition_event (decision_id, position)""",
    """CREATE UNIQUE INDEX uq_condition_event_id ON condition_event (id)""",
)

TRIGGERS = (
    """CREATE TRIGGER ballot_voter_refuses_update BEFORE UPDATE ON ballot_voter BEGIN
    SELECT RAISE(ABORT, 'ballot_voter is append-only');
END""",
    """CREATE TRIGGER ballot_voter_refuses_delete BEFORE DELETE ON ballot_voter BEGIN
    SELECT RAISE(ABORT, 'ballot_voter is append-only');
END""",
    """CREATE TRIGGER ballot_voter_refuses_replace BEFORE INSERT ON ballot_voter
WHEN EXISTS (SELECT 1 FROM ballot_voter WHERE (ballot_id = new.ballot_id AND member_id = new.member_id AND revision = new.revision)) BEGIN
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
    """CREATE TRIGGER ballot_count_refuses_update BEFORE UPDATE ON ballot_count BEGIN
    SELECT RAISE(ABORT, 'ballot_count is append-only');
END""",
    """CREATE TRIGGER ballot_count_refuses_delete BEFORE DELETE ON ballot_count BEGIN
    SELECT RAISE(ABORT, 'ballot_count is append-only');
END""",
    """CREATE TRIGGER ballot_count_refuses_replace BEFORE INSERT ON ballot_count
WHEN EXISTS (SELECT 1 FROM ballot_count WHERE (sequence = new.sequence) OR (ballot_id = new.ballot_id AND revision = new.revision)) BEGIN
    SELECT RAISE(ABORT, 'ballot_count is append-only');
END""",
    """CREATE TRIGGER ballot_result_refuses_update BEFORE UPDATE ON ballot_result BEGIN
    SELECT RAISE(ABORT, 'ballot_result is append-only');
END""",
    """CREATE TRIGGER ballot_result_refuses_delete BEFORE DELETE ON ballot_result BEGIN
    SELECT RAISE(ABORT, 'ballot_result is append-only');
END""",
    """CREATE TRIGGER ballot_result_refuses_replace BEFORE INSERT ON ballot_result
WHEN EXISTS (SELECT 1 FROM ballot_result WHERE (sequence = new.sequence) OR (ballot_id = new.ballot_id AND revision = new.revision)) BEGIN
    SELECT RAISE(ABORT, 'ballot_result is append-only');
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
    """CREATE TRIGGER meeting_event_refuses_update BEFORE UPDATE ON meeting_event BEGIN
    SELECT RAISE(ABORT, 'meeting_event is append-only');
END""",
    """CREATE TRIGGER meeting_event_refuses_delete BEFORE DELETE ON meeting_event BEGIN
    SELECT RAISE(ABORT, 'meeting_event is append-only');
END""",
    """CREATE TRIGGER meeting_event_refuses_replace BEFORE INSERT ON meeting_event
WHEN EXISTS (SELECT 1 FROM meeting_event WHERE (sequence = new.sequence) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'meeting_event is append-only');
END""",
    """CREATE TRIGGER meeting_answer_refuses_update BEFORE UPDATE ON meeting_answer BEGIN
    SELECT RAISE(ABORT, 'meeting_answer is append-only');
END""",
    """CREATE TRIGGER meeting_answer_refuses_delete BEFORE DELETE ON meeting_answer BEGIN
    SELECT RAISE(ABORT, 'meeting_answer is append-only');
END""",
    """CREATE TRIGGER meeting_answer_refuses_replace BEFORE INSERT ON meeting_answer
WHEN EXISTS (SELECT 1 FROM meeting_answer WHERE (sequence = new.sequence) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'meeting_answer is append-only');
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
    """CREATE TRIGGER condition_event_refuses_update BEFORE UPDATE ON condition_event BEGIN
    SELECT RAISE(ABORT, 'condition_event is append-only');
END""",
    """CREATE TRIGGER condition_event_refuses_delete BEFORE DELETE ON condition_event BEGIN
    SELECT RAISE(ABORT, 'condition_event is append-only');
END""",
    """CREATE TRIGGER condition_event_refuses_replace BEFORE INSERT ON condition_event
WHEN EXISTS (SELECT 1 FROM condition_event WHERE (sequence = new.sequence) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'condition_event is append-only');
END""",
    """CREATE TRIGGER rules_version_refuses_update BEFORE UPDATE ON rules_version BEGIN
    SELECT RAISE(ABORT, 'rules_version is append-only');
END""",
    """CREATE TRIGGER rules_version_refuses_delete BEFORE DELETE ON rules_version BEGIN
    SELECT RAISE(ABORT, 'rules_version is append-only');
END""",
    """CREATE TRIGGER rules_version_refuses_replace BEFORE INSERT ON rules_version
WHEN EXISTS (SELECT 1 FROM rules_version WHERE (number = new.number) OR (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'rules_version is append-only');
END""",
    """CREATE TRIGGER rehearsal_refuses_update BEFORE UPDATE ON rehearsal BEGIN
    SELECT RAISE(ABORT, 'rehearsal is append-only');
END""",
    """CREATE TRIGGER rehearsal_refuses_delete BEFORE DELETE ON rehearsal BEGIN
    SELECT RAISE(ABORT, 'rehearsal is append-only');
END""",
    """CREATE TRIGGER rehearsal_refuses_replace BEFORE INSERT ON rehearsal
WHEN EXISTS (SELECT 1 FROM rehearsal WHERE (id = new.id)) BEGIN
    SELECT RAISE(ABORT, 'rehearsal is append-only');
END""",
    """CREATE TRIGGER ballot_refuses_another_opening BEFORE UPDATE OF
    id, item_id, meeting_id, number, form, motion, motion_amount, answers_ballot_id,
    opened_at, majority
ON ballot BEGIN
    SELECT RAISE(ABORT, 'ballot is frozen at its opening');
END""",
    """CREATE TRIGGER ballot_refuses_another_electorate BEFORE UPDATE OF
    quorum_required, quorum_counted, quorum_recused, in_office, voices_in_office,
    presiding_member_id, recused
ON ballot WHEN old.closed_at IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'ballot is frozen at its closing');
END""",
    """CREATE TRIGGER ballot_refuses_another_end BEFORE UPDATE ON ballot
WHEN old.proclaimed_at IS NOT NULL OR old.abandoned_at IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'ballot is frozen at its proclamation');
END""",
    """CREATE TRIGGER ballot_refuses_delete BEFORE DELETE ON ballot BEGIN
    SELECT RAISE(ABORT, 'ballot is never deleted');
END""",
    """CREATE TRIGGER ballot_refuses_replace BEFORE INSERT ON ballot
WHEN EXISTS (SELECT 1 FROM ballot WHERE id = new.id
    OR (item_id = new.item_id AND number = new.number)) BEGIN
    SELECT RAISE(ABORT, 'ballot is never replaced');
END""",
    """CREATE TRIGGER ballot_refuses_another_open BEFORE INSERT ON ballot
WHEN new.closed_at IS NULL AND EXISTS (
    SELECT 1 FROM ballot WHERE meeting_id = new.meeting_id AND closed_at IS NULL) BEGIN
    SELECT RAISE(ABORT, 'one ballot at most is open: ballot.meeting_id');
END""",
    """CREATE TRIGGER ballot_refuses_another_reopened BEFORE UPDATE OF closed_at ON ballot
WHEN new.closed_at IS NULL AND EXISTS (
    SELECT 1 FROM ballot WHERE meeting_id = new.meeting_id AND closed_at IS NULL AND id <> new.id)
BEGIN
    SELECT RAISE(ABORT, 'one ballot at most is open: ballot.meeting_id');
END""",
    """CREATE TRIGGER ballot_voter_refuses_latecomers BEFORE INSERT ON ballot_voter
WHEN (SELECT closed_at FROM ballot WHERE id = new.ballot_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'ballot is closed');
END""",
    """CREATE TRIGGER vote_refuses_latecomers BEFORE INSERT ON vote
WHEN (SELECT closed_at IS NOT NULL AND (proclaimed_at IS NULL OR new.reason = '')
    FROM ballot WHERE id = new.ballot_id) BEGIN
    SELECT RAISE(ABORT, 'ballot is closed');
END""",
    """CREATE TRIGGER ballot_count_refuses_latecomers BEFORE INSERT ON ballot_count
WHEN (SELECT closed_at IS NOT NULL AND (proclaimed_at IS NULL OR new.reason = '')
    FROM ballot WHERE id = new.ballot_id) BEGIN
    SELECT RAISE(ABORT, 'ballot is closed');
END""",
    """CREATE TRIGGER ballot_result_refuses_the_unproclaimed BEFORE INSERT ON ballot_result
WHEN (SELECT proclaimed_at FROM ballot WHERE id = new.ballot_id) IS NULL BEGIN
    SELECT RAISE(ABORT, 'ballot is not proclaimed');
END""",
)

CARRIED = (
    """INSERT INTO meeting (
    id, number, held_on, starts_at, place, presiding_member_id, secretary, kind, state,
    created_at, opened_at, quorum_at, closed_at, rules, rules_name, minutes_version)
SELECT id, number, held_on, starts_at, place, presiding_member_id, secretary, 'ordinary', state,
    created_at, opened_at, quorum_at, closed_at, rules, '', 1
FROM carried_meeting""",
    """INSERT INTO agenda_item (
    id, meeting_id, position, turn, kind, dossier_id, title, step, note, is_late,
    is_carried_over, begun_at)
SELECT id, meeting_id, position, position, 'dossier', dossier_id, '', step, '', 0, 0, begun_at
FROM carried_agenda_item""",
    """INSERT INTO attendance_event (
    sequence, id, meeting_id, member_id, kind, holder_id, item_id, reason, at)
SELECT sequence, id, meeting_id, member_id, kind, holder_id, item_id, reason, at
FROM carried_attendance_event""",
    """INSERT INTO ballot (
    id, item_id, meeting_id, number, form, motion, opened_at, closed_at, proclaimed_at,
    abandon_reason, majority, quorum_required, quorum_counted, quorum_recused, in_office,
    voices_in_office, presiding_member_id, recused)
SELECT id, item_id, meeting_id, 1, form, '', opened_at, closed_at, proclaimed_at,
    '', majority, quorum_required, quorum_counted, quorum_recused, in_office,
    voices_in_office, presiding_member_id, recused
FROM carried_ballot""",
    """INSERT INTO ballot_result (
    ballot_id, revision, result, sentence, casting_choice, proclaimed_at, reason)
SELECT id, 1, result, sentence, casting_choice, proclaimed_at, ''
FROM carried_ballot WHERE proclaimed_at IS NOT NULL ORDER BY proclaimed_at, id""",
    """INSERT INTO ballot_voter (ballot_id, member_id, revision, is_entitled, holder_id, weight)
SELECT ballot_id, member_id, 1, 1, holder_id, weight
FROM carried_ballot_voter""",
    """INSERT INTO vote (sequence, ballot_id, member_id, revision, choice, cast_at, reason)
SELECT sequence, ballot_id, member_id, revision, choice, cast_at, ''
FROM carried_vote""",
    """INSERT INTO decision (
    sequence, id, item_id, dossier_id, meeting_id, number, decided_at, outcome, amount, months,
    deferral, every, days, skill_category, partner_id, jobs_created, jobs_maintained, contract,
    jobs_by, grounds, documents_asked, calendar, roll, rounding)
SELECT sequence, id, item_id, dossier_id, meeting_id, number, decided_at, outcome, amount, months,
    deferral, every, days, skill_category, partner_id, jobs_created, jobs_maintained, contract,
    jobs_by, grounds, documents_asked, calendar, roll, rounding
FROM carried_decision""",
)

EVENTS = """SELECT meeting.id, substr(action, 9), iif(action = 'meeting.opened', opened_at, closed_at)
FROM journal JOIN meeting ON meeting.id = journal.subject_id
WHERE action IN ('meeting.opened', 'meeting.closed') AND opened_at IS NOT NULL
    AND (action = 'meeting.opened' OR closed_at IS NOT NULL)
ORDER BY journal.sequence"""
"""Openings and closings in the order in which the journal tells them."""


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("DROP TRIGGER ballot_voter_refuses_latecomers")
    run("DROP TRIGGER vote_refuses_latecomers")  # the two that read another table
    for name in CHANGED:
        run(f"CREATE TEMPORARY TABLE carried_{name} AS SELECT * FROM {name} ORDER BY rowid")  # noqa: S608 - our own names
        run(f"DROP TABLE {name}")
    for statement in (*TABLES, *CARRIED):
        run(statement)
    for meeting, kind, at in run(EVENTS).fetchall():
        run(
            "INSERT INTO meeting_event (id, meeting_id, kind, at, reason) VALUES (?, ?, ?, ?, '')",
            (_identifier(f"{meeting} {kind}", at), meeting, kind, at),
        )
    for name in CHANGED:
        run(f"DROP TABLE carried_{name}")
    for statement in (*INDEXES, *TRIGGERS):
        run(statement)


def _identifier(told: str, at: str) -> str:
    """Return a UUID version 7 that is the same in every copy of the registry."""
    milliseconds = round(datetime.fromisoformat(at).timestamp() * 1000)
    drawn = bytearray(milliseconds.to_bytes(6, "big") + hashlib.sha256(told.encode()).digest()[:10])
    drawn[6] = drawn[6] & 0x0F | 0x70
    drawn[8] = drawn[8] & 0x3F | 0x80
    return str(UUID(bytes=bytes(drawn)))
