"""A district's own criterion: a hotline that is there, and that is answered."""

from cchc_score import Indicator, hookimpl, per_commune


@hookimpl
def cchc_indicators():
    """The two facts that the rule asks for."""
    return [
        Indicator(
            code="calls_received",
            name="Cuộc gọi đến đường dây nóng",
            name_en="Calls received",
            unit="cuộc",
        ),
        Indicator(
            code="calls_answered",
            name="Cuộc gọi được trả lời",
            name_en="Calls answered",
            unit="cuộc",
            part_of="calls_received",
        ),
    ]


@per_commune("local.hotline")
def hotline(rule, calls_received, calls_answered):
    """Half the points for having a hotline, half for answering it."""
    if calls_received == 0:
        return rule.max_points / 2
    # A commune may report more answered than received: that is told, and must not give more than the maximum.
    answered = min(calls_answered, calls_received)
    return rule.max_points / 2 + rule.max_points / 2 * answered / calls_received


@hookimpl
def cchc_methods():
    """The rule, by its name."""
    return [hotline]
