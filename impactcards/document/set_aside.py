"""What somebody has seen and set aside, with the reason: said in the document, so that nobody has to find it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from impactcards.document.material import Material


def set_aside_lines(material: Material) -> list[str]:
    """The waived findings that still hold, each with its reason. None of them quotes a sealed answer."""
    if not material.strategy.lists.get("waived"):
        return []
    from impactcards.strategy.waiving import set_aside  # most strategies have waived nothing

    lines = []
    for one in set_aside(material.strategy, today=material.today):
        if one.finding is None or material.is_sealed_finding(one.finding):
            continue
        sentence, reason = one.finding.worded(material.say), " ".join(one.waived.reason.split())
        if reason:
            lines.append(material.say("{finding} Left so on purpose: {reason}", finding=sentence, reason=reason))
        else:
            lines.append(material.say("{finding} Left so on purpose.", finding=sentence))
    return lines


__all__ = ["set_aside_lines"]
