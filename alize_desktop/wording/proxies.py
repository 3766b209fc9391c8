"""The sentence that tells what became of a proxy."""

from collections.abc import Mapping
from typing import Final

from alize_desktop.rules.electorate import ProxyHalt
from alize_desktop.wording.amounts import NO_BREAK

_SENTENCES: Final[Mapping[ProxyHalt, str]] = {
    ProxyHalt.GIVER_PRESENT: "{giver} est là{colon} le pouvoir donné à {holder} est suspendu.",
    ProxyHalt.HOLDER_ABSENT: "{holder} n’est pas là{colon} le pouvoir de {giver} est suspendu.",
    ProxyHalt.GIVER_RECUSED: "{giver} est en déport{colon} son pouvoir ne vote pas sur ce dossier.",
    ProxyHalt.HOLDER_RECUSED: "{holder} est en déport{colon} le pouvoir de {giver} ne vote pas non plus.",
}


def proxy_sentence(giver: str, holder: str, why: ProxyHalt | None) -> str:
    """Return what a proxy on record does: votes, is suspended, or is set aside.

    Args:
        giver: Full name with civility.
        holder: Full name with civility.
        why: Why it does not vote; None when it does.
    """
    if why is None:
        return f"{holder} vote pour {giver}."
    return _SENTENCES[why].format(giver=giver, holder=holder, colon=f"{NO_BREAK}:")
