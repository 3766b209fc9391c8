"""The sentence of a quorum that answers let expect."""

from alize_desktop.rules.forecast import Forecast
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.labels import college_label
from alize_desktop.wording.names import counted, list_text, plural


def forecast_sentence(forecast: Forecast) -> str:
    """Return what answers let expect of a quorum.

    « Quorum prévu : 9 sur 17, il en faut 9. » ; when it is not reached, what it
    would take: « Quorum prévu : 7 sur 17, il en faut 9 ; 3 membres n’ont pas répondu. »
    """
    recused = f", {counted(forecast.recused, 'déport')}" if forecast.recused else ""
    figures = (
        f"Quorum prévu{NO_BREAK}: {forecast.expected} sur {forecast.in_office}{recused},"
        f" il en faut {forecast.required}"
    )
    more = _reserve(forecast)
    return f"{figures}{f'{NO_BREAK}; {more}' if more else ''}."


def _reserve(forecast: Forecast) -> str:
    short = forecast.expected < forecast.required or bool(forecast.missing_colleges)
    if forecast.is_waived and short:
        return "non requis, seconde convocation"
    if forecast.is_reached:
        return ""
    if not forecast.is_possible:
        return "il ne sera pas atteint" if not forecast.silent else _even_if(forecast)
    if forecast.expected >= forecast.required:
        names = [
            f"«{NO_BREAK}{college_label(each)}{NO_BREAK}»" for each in forecast.missing_colleges
        ]
        word = plural(len(names), "le collège", "les collèges")
        return f"il manque {word} {list_text(names)}"
    verb = plural(forecast.silent, "n’a pas répondu", "n’ont pas répondu")
    return f"{counted(forecast.silent, 'membre')} {verb}"


def _even_if(forecast: Forecast) -> str:
    if forecast.silent == 1:
        return "il ne sera pas atteint, même si le membre sans réponse vient"
    return f"il ne sera pas atteint, même si les {forecast.silent} membres sans réponse viennent"
