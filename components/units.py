"""Units of measure: what a unit's name says, exact conversion, and refusal to mix.

A unit is a factor times a base. Bases of one dimension convert, others never do;
every currency and everything that is counted is a dimension of its own.
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from math import gcd
from types import MappingProxyType

CURRENCIES = ("AZN", "EUR", "GBP", "GEL", "KZT", "RUB", "TRY", "USD")
COUNTS = (
    *("companies", "containers", "countries", "data centres", "households", "passengers"),
    *("tankers", "trains", "trucks", "turbines", "wagons"),
)
SCALES = MappingProxyType(
    {word: Decimal(1000**n) for n, word in enumerate(("thousand", "million", "billion", "trillion"), start=1)}
)

_BASES = MappingProxyType(
    {"tonnes": "mass", "barrels": "oil volume", "m3": "gas volume", "cubic feet": "gas volume"}
    | {"J": "energy", "kWh": "energy", "W": "power", "VA": "apparent power", "V": "voltage"}
    | {"km": "length", "hectares": "area"}
    | {name: name for name in ("days", "months", "percent", "TEU", *CURRENCIES, *COUNTS)}
)
# sizes within the dimension, where not 1: J in a kWh, m3 in a cubic foot (0.3048 m cubed)
_SIZES = MappingProxyType({"kWh": Fraction(3_600_000), "cubic feet": Fraction("0.028316846592")})
# names that carry their scale: base, factor
_PREFIXED = MappingProxyType(
    {
        "bcm": ("m3", Decimal(10**9)),
        "tcm": ("m3", Decimal(10**12)),
        "Bcf": ("cubic feet", Decimal(10**9)),
        "TJ": ("J", Decimal(10**12)),
        "MWh": ("kWh", Decimal(10**3)),
        "GWh": ("kWh", Decimal(10**6)),
        "TWh": ("kWh", Decimal(10**9)),
        "kW": ("W", Decimal(10**3)),
        "MW": ("W", Decimal(10**6)),
        "GW": ("W", Decimal(10**9)),
        "MVA": ("VA", Decimal(10**6)),
        "kV": ("V", Decimal(10**3)),
    }
)
_SPELT_OUT = MappingProxyType({"cubic metres": "m3"})
_WITHOUT_SCALE = frozenset({"W", "VA", "V", "J", "days", "months", "percent", *CURRENCIES})
_FLOWING = frozenset({"mass", "oil volume", "gas volume", "energy", "TEU", *CURRENCIES, *COUNTS})
_RATE = re.compile(r"(?: per |/)(?:day|year)$")
_SYMBOLS = frozenset({*_PREFIXED, *CURRENCIES, "m3", "J", "kWh", "TEU"})

_DATE = "write a date as the period of a report or as an event"
_NO_UNITS = MappingProxyType(
    dict.fromkeys(("calendar year", "date yyyymm", "date yyyymmdd", "year"), _DATE)
    | {"million, currency not printed": "find the currency in the source, or leave the figure out"}
)
_SHORT_FORMS = MappingProxyType(
    {"$": "usd", "€": "eur", "£": "gbp", "%": "percent"}
    | {"bbl": "barrels", "bcma": "bcm per year", "bpd": "barrels per day", "mcm": "million cubic metres"}
    | {"kt": "thousand tonnes", "mt": "million tonnes", "tons": "tonnes"}
    | {"mln": "million", "mn": "million", "bln": "billion", "bn": "billion"}
)
_REMEDIES = MappingProxyType(
    {
        frozenset({"mass", "oil volume"}): "convert with the barrels per tonne that the source states",
        frozenset({"energy", "power"}): "keep them apart: power gives energy only over known hours",
        frozenset({"power", "apparent power"}): "keep them apart: the power factor is not known",
        frozenset({"gas volume", "energy"}): "keep them apart: the heating value of the gas is not known",
        frozenset({"days", "months"}): "keep them apart: a month has 28 to 31 days",
    }
)


class UnitError(ValueError):
    """A name that is no unit, or two units that do not mix; the message names the remedy."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its name says `factor` times `base`, which measures `dimension`."""

    name: str
    base: str
    dimension: str
    factor: Decimal

    @staticmethod
    def parse(name: str) -> "Unit":
        """Reads "thousand tonnes", "USD million", "bcm", "barrels per day", "bcm/year"."""
        if name not in _known():
            raise UnitError(_refusal(name))
        return _known()[name]

    def same_dimension(self, other: "Unit") -> bool:
        """Whether both measure the same thing, so that their figures may be compared."""
        return self.dimension == other.dimension

    @property
    def adds_up(self) -> bool:
        """Whether amounts in it, such as those of two months, make the amount of both."""
        return self.dimension in _FLOWING

    def __str__(self) -> str:
        return self.name


def convert(value: Decimal, unit: Unit, to: Unit) -> Decimal:
    """The same amount in another unit of its dimension: exact, or refused."""
    amount, by = _fraction(value), ratio(unit, to)
    try:
        return value if by == 1 else _decimal(amount * by)
    except ArithmeticError as error:
        raise UnitError(f"{value} {unit} is no finite number of {to}; keep it in {unit}") from error


@lru_cache(maxsize=1024)
def ratio(unit: Unit, to: Unit) -> Fraction:
    """How many of `to` make one `unit`; refused where they measure different things."""
    if not unit.same_dimension(to):
        what = f"{unit} ({unit.dimension}) does not convert to {to} ({to.dimension})"
        raise UnitError(f"{what}; {_remedy(unit, to)}")
    return _size(unit) / _size(to)


def barrels(tonnes: Decimal, *, barrels_per_tonne: Decimal) -> Decimal:
    """Tonnes of oil in barrels, exactly, by the factor that a source states."""
    return _decimal(_fraction(tonnes) * _stated(barrels_per_tonne))


def tonnes(barrels: Decimal, *, barrels_per_tonne: Decimal) -> Decimal:
    """Barrels of oil in tonnes by the factor that a source states, to 28 digits where they never end."""
    amount = _fraction(barrels) / _stated(barrels_per_tonne)
    try:
        return _decimal(amount)
    except ArithmeticError:
        return Context(prec=28).divide(Decimal(amount.numerator), Decimal(amount.denominator))


@lru_cache(maxsize=1)
def _known() -> MappingProxyType[str, Unit]:
    """Every name that is a unit."""
    amounts = {unit.name: unit for unit in _amounts()}
    return MappingProxyType(amounts | {unit.name: unit for each in amounts.values() for unit in _rates(each)})


def _amounts() -> Iterator[Unit]:
    bases = {name: name for name in _BASES} | dict(_SPELT_OUT)
    for name, base in bases.items():
        yield Unit(name, base, _BASES[base], Decimal(1))
    for name, (base, factor) in _PREFIXED.items():
        yield Unit(name, base, _BASES[base], factor)
    for word, scale in SCALES.items():
        yield from (Unit(f"{name} {word}", name, name, scale) for name in CURRENCIES)
        for name, base in bases.items():
            if base not in _WITHOUT_SCALE:
                yield Unit(f"{word} {name}", base, _BASES[base], scale)


def _rates(amount: Unit) -> Iterator[Unit]:
    if amount.dimension in _FLOWING:
        for time in ("day", "year"):
            base, dimension = _per(amount.base, time), f"{amount.dimension} per {time}"
            yield Unit(_per(amount.name, time), base, dimension, amount.factor)


def _per(name: str, time: str) -> str:
    """Words take "per", symbols a stroke: "barrels per day", "million m3/day"."""
    is_symbol = any(word in _SYMBOLS for word in name.split())
    return f"{name}/{time}" if is_symbol else f"{name} per {time}"


def _size(unit: Unit) -> Fraction:
    return Fraction(unit.factor) * _SIZES.get(_RATE.sub("", unit.base), 1)


def _fraction(value: Decimal) -> Fraction:
    if not value.is_finite():
        raise UnitError(f"{value} is no amount; leave the figure out")
    return Fraction(value)


def _stated(barrels_per_tonne: Decimal) -> Fraction:
    """The factor, refused when it stands upside down: no oil is so heavy that a barrel weighs a tonne."""
    factor = _fraction(barrels_per_tonne)
    if factor <= 1:
        raise UnitError(f"{barrels_per_tonne} barrels per tonne cannot be; a tonne of oil is about 7 barrels")
    return factor


def _decimal(exact: Fraction) -> Decimal:
    """The decimal that equals a fraction, in no context that could round it."""
    rest, digits = exact.denominator, 0
    while (shared := gcd(rest, 10)) > 1:
        rest, digits = rest // shared, digits + 1
    if rest != 1:
        raise ArithmeticError(f"the digits of {exact} never end")
    return Decimal(f"{exact.numerator * 10**digits // exact.denominator}E-{digits}")


def _remedy(unit: Unit, to: Unit) -> str:
    dimensions = frozenset({unit.dimension, to.dimension})
    if dimensions <= set(CURRENCIES):
        return "keep each in the currency that was printed: currencies never convert"
    if any(" per " in each for each in dimensions):
        return "keep them apart: a rate gives an amount only over days that the source counts"
    return _REMEDIES.get(dimensions, f"{unit} converts to other units of {unit.dimension} only")


def _refusal(name: str) -> str:
    what = f'unknown unit "{name}"'
    scale, _, rest = name.partition(" ")
    amount = _RATE.sub("", name)
    if name in _NO_UNITS:
        return f'"{name}" is no unit of measure; {_NO_UNITS[name]}'
    if meant := _same_words(name) or _same_size(scale, rest):
        return f'{what}; write "{meant}"'
    if scale in SCALES and rest in _known():
        return f'{what}; write the number out in "{rest}", which takes no "{scale}"'
    if amount in _known():
        return f'{what}; write "{amount}", which is not counted over days or years'
    if near := _nearest(name, f"{scale} " if scale in SCALES else ""):
        return f'{what}; did you mean "{near}"?'
    return f"{what}; write it with one of {', '.join(_BASES)}"


def _nearest(name: str, scale: str) -> str | None:
    """The unit of the nearest spelling and the same scale word."""
    amounts = [each.removeprefix(scale) for each in _known() if each.startswith(scale)]
    near = difflib.get_close_matches(name.removeprefix(scale), amounts, n=1, cutoff=0.7)
    return scale + near[0] if near else None


def _same_size(scale: str, rest: str) -> str | None:
    """The one name of "thousand MW"."""
    known = _known()
    if scale not in SCALES or rest not in known:
        return None
    size = (known[rest].base, known[rest].factor * SCALES[scale])
    return next((name for name, unit in known.items() if (unit.base, unit.factor) == size), None)


def _same_words(name: str) -> str | None:
    """The unit of the same words in another order, in other letters or in short."""
    words = _plain_words(name)
    return next((known for known in _known() if _plain_words(known) == words), None)


def _plain_words(name: str) -> list[str]:
    spaced = re.sub(r"([$€£%])", r" \1 ", name.casefold()).replace("/", " per ")
    return sorted(" ".join(_SHORT_FORMS.get(word, word) for word in spaced.split()).split())
