"""English words that carry grammar, not matter."""

_WORDS = """
    a about above after again against all also am among an and any are as at be because been before
    being below between both but by can could did do does doing down during each few for from further
    had has have having he her here hers herself him himself his how i if in into is it its itself just
    like made make many may me might more most much must my myself new no nor not now of off on once one
    only or other our ours out over own per said same say saying says she should since so some such than
    that the their theirs them themselves then there these they this those three through to told too two
    under until up upon us very was we well were what when where which while who whom whose why will
    with within without would yes yet you your yours
"""
STOP = frozenset(_WORDS.split())
