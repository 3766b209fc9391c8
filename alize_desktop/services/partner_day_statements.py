"""The sums of the days of partners, as the file makes them.

An approval is that of a decision voted here, the last one of its dossier. Its days are
promised until a mission plans them, or until it lapses: past its last day to sign, when
neither the agreement on its money nor one of its missions was signed. The 31st stays the
last day of a shorter month, as in ``rules.due_dates.add_months``.
"""

from typing import Final

from alize_desktop.rules.decisions import APPROVALS

_APPROVING: Final = ", ".join(sorted(f"'{each.value}'" for each in APPROVALS))

APPROVED: Final = f"""
taken AS (
    SELECT decision.*, meeting.held_on,
        coalesce(json_extract(meeting.rules, '$.approval_months'), 6) AS validity FROM decision
    JOIN meeting ON meeting.id = decision.meeting_id WHERE meeting.held_on <= :until
), approved AS (
    SELECT taken.dossier_id, taken.amount, taken.days, taken.partner_id, taken.held_on,
        min(
            date(held_on, '+' || validity || ' months'),
            date(held_on, 'start of month', '+' || (validity + 1) || ' months', '-1 day')
        ) AS lapses_on,
        dossier.state = 'withdrawn' OR EXISTS (
            SELECT 1 FROM taken AS last WHERE last.dossier_id = taken.dossier_id
            AND last.sequence > taken.sequence AND last.outcome = 'withdrawn'
        ) AS is_given_up
    FROM taken JOIN dossier ON dossier.id = taken.dossier_id
    WHERE taken.outcome IN ({_APPROVING}) AND NOT EXISTS (
        SELECT 1 FROM taken AS later WHERE later.dossier_id = taken.dossier_id
        AND later.sequence > taken.sequence AND later.outcome IN ({_APPROVING})
    )
)"""  # noqa: S608 - names of an enum, nothing that anybody types
"""The last approval of each dossier."""

LENT: Final = """
begun AS (
    SELECT id, dossier_id, partner_id, planned_days, is_history, coalesce(starts_on, (
        SELECT min(value_on) FROM mission_event WHERE mission_id = mission.id)) AS starts_on
    FROM mission WHERE NOT is_history OR number GLOB substr(:on, 1, 4) || '-*'
), engaged AS (
    SELECT mission.dossier_id, mission.partner_id, mission.is_history,
        coalesce(mission.starts_on, approved.held_on) AS starts_on,
        coalesce((SELECT amended.days FROM mission_event AS amended
            WHERE amended.mission_id = mission.id AND amended.kind = 'amended' AND amended.days > 0
            AND NOT EXISTS (SELECT 1 FROM mission_event AS back WHERE back.mission_id = mission.id
                AND back.kind = 'reversal' AND back.names_id = amended.id)
            ORDER BY amended.value_on DESC, amended.sequence DESC LIMIT 1), planned_days) AS planned,
        coalesce(sum(iif(event.kind = 'days_done', event.days, 0)), 0) AS done,
        coalesce(max(event.kind IN ('closed', 'given_up')), 0) AS is_over,
        coalesce(max(event.kind = 'given_up'), 0) AS is_given_up,
        coalesce(max(event.kind = 'agreement_signed'), 0) AS is_signed
    FROM begun AS mission LEFT JOIN approved ON approved.dossier_id = mission.dossier_id
    LEFT JOIN mission_event AS event ON event.mission_id = mission.id AND event.kind <> 'reversal'
        AND NOT EXISTS (SELECT 1 FROM mission_event AS back WHERE back.mission_id = mission.id
            AND back.kind = 'reversal' AND back.names_id = event.id)
    WHERE substr(mission.starts_on, 1, 4) = substr(:on, 1, 4) OR approved.dossier_id IS NOT NULL
        OR mission.dossier_id = :apart_from
    GROUP BY mission.id
), covered AS (
    SELECT dossier_id, sum(iif(is_given_up, done, planned)) AS days,
        max(is_signed AND NOT is_given_up) AS is_signed
    FROM engaged WHERE NOT is_history GROUP BY dossier_id
), planned AS (
    SELECT partner_id, sum(iif(is_over, done, planned)) AS days FROM engaged
    WHERE substr(starts_on, 1, 4) = substr(:on, 1, 4) GROUP BY partner_id
), granted AS (
    SELECT approved.partner_id, sum(max(100 * approved.days - coalesce(covered.days, 0), 0)) AS days
    FROM approved LEFT JOIN covered ON covered.dossier_id = approved.dossier_id
    WHERE substr(approved.held_on, 1, 4) <= substr(:on, 1, 4) AND NOT approved.is_given_up
        AND approved.dossier_id IS NOT :apart_from
        AND (:on <= approved.lapses_on OR covered.is_signed OR EXISTS (
            SELECT 1 FROM advance_event AS event WHERE event.dossier_id = approved.dossier_id
            AND event.kind IN ('agreement_signed', 'disbursement') AND NOT EXISTS (
                SELECT 1 FROM advance_event AS back WHERE back.reverses_id = event.id)
        ))
    GROUP BY approved.partner_id
)"""
"""Days that missions and approvals take from each partner, in hundredths, as ``:on`` sees them.

Missions of the past count in the year of their number, which is that of their days; they plan
nothing of what was granted here."""

SUMS: Final = """
    (SELECT json_group_array(json_array(partner.id, partner.name, days_per_year, joined_on, ends_on,
            coalesce(granted.days, 0), coalesce(planned.days, 0)))
        FROM partner LEFT JOIN partner_profile ON partner_profile.partner_id = partner.id
        LEFT JOIN granted ON granted.partner_id = partner.id
        LEFT JOIN planned ON planned.partner_id = partner.id) AS partners,
    (SELECT coalesce(sum(days), 0) FROM granted WHERE partner_id IS NULL) AS of_nobody,
    (SELECT coalesce(sum(days), 0) FROM covered WHERE dossier_id = :apart_from) AS covered_apart"""
"""What ``partner_days.days_told`` reads."""

DONE: Final = """
SELECT mission.partner_id, sum(event.days) AS days
FROM mission JOIN mission_event AS event ON event.mission_id = mission.id
WHERE event.kind = 'days_done' AND substr(event.value_on, 1, 4) = substr(:on, 1, 4)
    AND NOT EXISTS (SELECT 1 FROM mission_event AS back WHERE back.mission_id = mission.id
        AND back.kind = 'reversal' AND back.names_id = event.id)
GROUP BY mission.partner_id"""
"""Days done with each partner in the year of ``:on``, in hundredths."""
