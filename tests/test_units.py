"""Units: the names of the evidence, exact conversion, and refusal to mix."""

import re
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.units import COUNTS, CURRENCIES, SCALES, Unit, UnitError, barrels, convert, ratio, tonnes

# name: base, dimension, factor
NAMES = {
    "USD": ("USD", "USD", "1"),
    "USD thousand": ("USD", "USD", "1E3"),
    "USD million": ("USD", "USD", "1E6"),
    "USD billion": ("USD", "USD", "1E9"),
    "EUR million": ("EUR", "EUR", "1E6"),
    "EUR billion": ("EUR", "EUR", "1E9"),
    "AZN million": ("AZN", "AZN", "1E6"),
    "KZT trillion": ("KZT", "KZT", "1E12"),
    "tonnes": ("tonnes", "mass", "1"),
    "thousand tonnes": ("tonnes", "mass", "1E3"),
    "million tonnes": ("tonnes", "mass", "1E6"),
    "barrels": ("barrels", "oil volume", "1"),
    "thousand barrels": ("barrels", "oil volume", "1E3"),
    "million barrels": ("barrels", "oil volume", "1E6"),
    "billion barrels": ("barrels", "oil volume", "1E9"),
    "barrels per day": ("barrels per day", "oil volume per day", "1"),
    "thousand barrels per day": ("barrels per day", "oil volume per day", "1E3"),
    "million barrels per day": ("barrels per day", "oil volume per day", "1E6"),
    "m3": ("m3", "gas volume", "1"),
    "cubic metres": ("m3", "gas volume", "1"),
    "million m3": ("m3", "gas volume", "1E6"),
    "million cubic metres": ("m3", "gas volume", "1E6"),
    "billion cubic metres": ("m3", "gas volume", "1E9"),
    "bcm": ("m3", "gas volume", "1E9"),
    "tcm": ("m3", "gas volume", "1E12"),
    "Bcf": ("cubic feet", "gas volume", "1E9"),
    "m3/day": ("m3/day", "gas volume per day", "1"),
    "million m3/day": ("m3/day", "gas volume per day", "1E6"),
    "million cubic metres per day": ("m3/day", "gas volume per day", "1E6"),
    "bcm/year": ("m3/year", "gas volume per year", "1E9"),
    "tonnes per year": ("tonnes per year", "mass per year", "1"),
    "kWh": ("kWh", "energy", "1"),
    "million kWh": ("kWh", "energy", "1E6"),
    "billion kWh": ("kWh", "energy", "1E9"),
    "MWh": ("kWh", "energy", "1E3"),
    "GWh": ("kWh", "energy", "1E6"),
    "TWh": ("kWh", "energy", "1E9"),
    "TJ": ("J", "energy", "1E12"),
    "kW": ("W", "power", "1E3"),
    "MW": ("W", "power", "1E6"),
    "GW": ("W", "power", "1E9"),
    "MVA": ("VA", "apparent power", "1E6"),
    "kV": ("V", "voltage", "1E3"),
    "km": ("km", "length", "1"),
    "hectares": ("hectares", "area", "1"),
    "percent": ("percent", "percent", "1"),
    "days": ("days", "days", "1"),
    "months": ("months", "months", "1"),
    "TEU": ("TEU", "TEU", "1"),
    "thousand TEU": ("TEU", "TEU", "1E3"),
    "TEU/year": ("TEU/year", "TEU per year", "1"),
    "companies": ("companies", "companies", "1"),
    "countries": ("countries", "countries", "1"),
    "data centres": ("data centres", "data centres", "1"),
    "households": ("households", "households", "1"),
    "million passengers": ("passengers", "passengers", "1E6"),
    "tankers": ("tankers", "tankers", "1"),
    "thousand containers": ("containers", "containers", "1E3"),
    "trains": ("trains", "trains", "1"),
    "trucks": ("trucks", "trucks", "1"),
    "turbines": ("turbines", "turbines", "1"),
    "wagons": ("wagons", "wagons", "1"),
}

DATE = "is no unit of measure; write a date as the period of a report or as an event"
REFUSED = {
    "calendar year": f'"calendar year" {DATE}',
    "year": f'"year" {DATE}',
    "date yyyymm": f'"date yyyymm" {DATE}',
    "date yyyymmdd": f'"date yyyymmdd" {DATE}',
    "million, currency not printed": '"million, currency not printed" is no unit of measure; '
    "find the currency in the source, or leave the figure out",
    "million USD": 'unknown unit "million USD"; write "USD million"',
    "usd mln": 'unknown unit "usd mln"; write "USD million"',
    "$bn": 'unknown unit "$bn"; write "USD billion"',
    "€ million": 'unknown unit "€ million"; write "EUR million"',
    " USD  million": 'unknown unit " USD  million"; write "USD million"',
    "Mt": 'unknown unit "Mt"; write "million tonnes"',
    "million tons": 'unknown unit "million tons"; write "million tonnes"',
    "tonne": 'unknown unit "tonne"; did you mean "tonnes"?',
    "million barrel": 'unknown unit "million barrel"; did you mean "million barrels"?',
    "cubic meters": 'unknown unit "cubic meters"; did you mean "cubic metres"?',
    "bpd": 'unknown unit "bpd"; write "barrels per day"',
    "barrels/day": 'unknown unit "barrels/day"; write "barrels per day"',
    "m3 per day": 'unknown unit "m3 per day"; write "m3/day"',
    "bcma": 'unknown unit "bcma"; write "bcm/year"',
    "twh": 'unknown unit "twh"; write "TWh"',
    "%": 'unknown unit "%"; write "percent"',
    "thousand MW": 'unknown unit "thousand MW"; write "GW"',
    "million MW": 'unknown unit "million MW"; write the number out in "MW", which takes no "million"',
    "million days": 'unknown unit "million days"; write the number out in "days", which takes no "million"',
    "MW/year": 'unknown unit "MW/year"; write "MW", which is not counted over days or years',
    "km per day": 'unknown unit "km per day"; write "km", which is not counted over days or years',
}

MIXED = [
    ("USD million", "EUR million", "keep each in the currency that was printed: currencies never convert"),
    ("tonnes", "barrels", "convert with the barrels per tonne that the source states"),
    ("barrels", "million tonnes", "convert with the barrels per tonne that the source states"),
    ("MW", "TWh", "keep them apart: power gives energy only over known hours"),
    ("MW", "MVA", "keep them apart: the power factor is not known"),
    ("bcm", "TJ", "keep them apart: the heating value of the gas is not known"),
    ("days", "months", "keep them apart: a month has 28 to 31 days"),
    ("bcm", "bcm/year", "keep them apart: a rate gives an amount only over days that the source counts"),
    ("m3/day", "bcm/year", "keep them apart: a rate gives an amount only over days that the source counts"),
    ("TEU", "containers", "TEU converts to other units of TEU only"),
    ("bcm", "million barrels", "bcm converts to other units of gas volume only"),
]

UNITS = st.sampled_from(sorted(NAMES)).map(Unit.parse)
ALIKE = st.sampled_from(
    [
        (unit, to)
        for unit in map(Unit.parse, NAMES)
        for to in map(Unit.parse, NAMES)
        if unit.dimension == to.dimension and unit != to
    ]
)
AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15)
FACTORS = st.decimals(allow_nan=False, places=4, min_value=Decimal("6.5"), max_value=Decimal(9))


@pytest.mark.parametrize(("name", "said"), NAMES.items())
def test_a_name_says_base_dimension_and_factor(name, said):
    """Every unit of the evidence, and its near relations, is known for what it is."""
    unit = Unit.parse(name)

    assert (unit.name, str(unit)) == (name, name)
    assert (unit.base, unit.dimension, unit.factor) == (said[0], said[1], Decimal(said[2]))


@pytest.mark.parametrize("name", NAMES)
def test_a_base_is_a_unit_of_factor_one(name):
    """The base of every unit is itself a unit of the same dimension, and its own base."""
    unit = Unit.parse(name)
    base = Unit.parse(unit.base)

    assert (base.base, base.dimension, base.factor) == (unit.base, unit.dimension, Decimal(1))
    assert convert(Decimal(1), unit, base) == unit.factor


@pytest.mark.parametrize(("name", "message"), REFUSED.items())
def test_no_other_name_is_a_unit(name, message):
    """A refusal quotes the name and says what to write instead."""
    with pytest.raises(UnitError, match=f"^{re.escape(message)}$"):
        Unit.parse(name)


@pytest.mark.parametrize("name", ["zorkmid", "million zorkmid", "zorkmid tonnes", ""])
def test_a_name_like_no_other_is_told_all_bases(name):
    """Where nothing is near, the refusal lists what there is."""
    with pytest.raises(UnitError) as refused:
        Unit.parse(name)

    listed = str(refused.value).removeprefix(f'unknown unit "{name}"; write it with one of ').split(", ")
    assert {"tonnes", "kWh", "data centres", "USD"} <= set(listed)
    assert [Unit.parse(each).factor for each in listed] == [Decimal(1)] * len(listed)


@pytest.mark.parametrize("message", [each for each in REFUSED.values() if each.startswith("unknown")])
def test_what_a_refusal_offers_is_a_unit(message):
    """The first name in quotes after the semicolon can be written."""
    offered = message.partition("; ")[2].split('"')[1]

    assert Unit.parse(offered).name == offered


@pytest.mark.parametrize("currency", CURRENCIES)
@pytest.mark.parametrize("scale", SCALES)
def test_scale_follows_a_currency(currency, scale):
    """Money is written currency first, everything else scale first."""
    assert Unit.parse(f"{currency} {scale}").factor == SCALES[scale]
    assert Unit.parse(f"{scale} tonnes").factor == SCALES[scale]
    with pytest.raises(UnitError, match=f'write "{currency} {scale}"$'):
        Unit.parse(f"{scale} {currency}")


def test_every_currency_and_every_count_is_a_dimension_of_its_own():
    """No two currencies, no two things counted, and no currency and thing mix."""
    units = [Unit.parse(each) for each in (*CURRENCIES, *COUNTS, "TEU", "percent", "days", "months")]

    assert len({each.dimension for each in units}) == len(units)


@pytest.mark.parametrize(("name", "other", "remedy"), MIXED)
def test_two_dimensions_do_not_convert(name, other, remedy):
    """The refusal names both units, what each measures, and what would be right."""
    unit, to = Unit.parse(name), Unit.parse(other)
    what = f"{name} ({unit.dimension}) does not convert to {other} ({to.dimension})"

    with pytest.raises(UnitError, match=f"^{re.escape(f'{what}; {remedy}')}$"):
        convert(Decimal(1), unit, to)


@given(AMOUNTS, UNITS, UNITS)
def test_mixing_is_refused_and_nothing_else(value, unit, to):
    """Same dimension and ratio go together; another dimension is always refused, in both directions."""
    assert unit.same_dimension(to) == to.same_dimension(unit) == (unit.dimension == to.dimension)
    if unit.same_dimension(to):
        assert ratio(unit, to) * ratio(to, unit) == 1
    else:
        with pytest.raises(UnitError, match="does not convert to"):
            convert(value, unit, to)


@pytest.mark.parametrize(
    ("value", "name", "to", "same"),
    [
        ("1557", "USD million", "USD billion", "1.557"),
        ("1.557", "USD billion", "USD million", "1557"),
        ("-470", "USD million", "USD", "-470000000"),
        ("3.4", "million tonnes", "thousand tonnes", "3400"),
        ("12", "bcm", "billion cubic metres", "12"),
        ("1.2", "tcm", "bcm", "1200"),
        ("8", "million m3/day", "m3/day", "8000000"),
        ("800", "thousand barrels per day", "million barrels per day", "0.8"),
        ("18612400000", "kWh", "TWh", "18.6124"),
        ("1", "MWh", "GWh", "0.001"),
        ("350", "Bcf", "bcm", "9.9108963072"),
        ("9.9108963072", "bcm", "Bcf", "350"),
        ("9", "TJ", "kWh", "2500000"),
        ("2500", "MWh", "TJ", "9"),
        ("525", "kV", "V", "525000"),
        ("0", "GW", "MW", "0"),
    ],
)
def test_an_amount_is_the_same_in_another_unit(value, name, to, same):
    """Worked by hand: scales are powers of ten, a foot is 0.3048 m and a kWh 3.6 MJ by definition."""
    assert convert(Decimal(value), Unit.parse(name), Unit.parse(to)) == Decimal(same)


def test_digits_are_kept_where_nothing_changes():
    """Printed zeros survive a conversion between two names of one unit."""
    assert str(convert(Decimal("1.50"), Unit.parse("bcm"), Unit.parse("billion cubic metres"))) == "1.50"


def test_whole_numbers_come_without_exponent():
    """A converted number is written as people write it, and no zeros are made up."""
    assert str(convert(Decimal(1557), Unit.parse("USD million"), Unit.parse("USD billion"))) == "1.557"
    assert str(convert(Decimal("1.5"), Unit.parse("bcm"), Unit.parse("m3"))) == "1500000000"
    assert str(convert(Decimal("1E+3"), Unit.parse("MW"), Unit.parse("GW"))) == "1"


@given(AMOUNTS, ALIKE)
def test_conversion_is_exact_and_goes_back(value, alike):
    """The result is the fraction itself and leads back; what has no finite decimal is refused."""
    unit, to = alike
    exact = Fraction(value) * ratio(unit, to)

    if has_decimal(exact):
        there = convert(value, unit, to)
        assert Fraction(there) == exact
        assert convert(there, to, unit) == value
    else:
        with pytest.raises(UnitError, match=r" is no finite number of .*; keep it in "):
            convert(value, unit, to)


def has_decimal(exact: Fraction) -> bool:
    """Whether a power of ten makes it whole; the amounts and sizes here need far fewer than 200 digits."""
    return 10**200 % exact.denominator == 0


def test_an_endless_number_is_refused():
    """A third has no decimal: the figure stays in its own unit."""
    with pytest.raises(UnitError, match=r"^1 TJ is no finite number of kWh; keep it in TJ$"):
        convert(Decimal(1), Unit.parse("TJ"), Unit.parse("kWh"))


def test_no_context_rounds():
    """Exactness does not hang on the precision that a thread happens to have."""
    with localcontext() as context:
        context.prec = 3
        there = convert(Decimal("123456.789"), Unit.parse("bcm"), Unit.parse("m3"))
        oil = barrels(Decimal("123456.789"), barrels_per_tonne=Decimal("7.33"))

    assert there == Decimal("123456789000000")
    assert oil == Decimal("904938.26337")


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_no_amount(value):
    """Not a number and infinity are refused in every unit, the same one too."""
    with pytest.raises(UnitError, match=f"^{value} is no amount; leave the figure out$"):
        convert(Decimal(value), Unit.parse("USD"), Unit.parse("USD"))


@given(AMOUNTS, FACTORS)
def test_barrels_of_tonnes_are_the_product(amount, factor):
    """Tonnes become barrels exactly, and come back exactly."""
    oil = barrels(amount, barrels_per_tonne=factor)

    assert Fraction(oil) == Fraction(amount) * Fraction(factor)
    assert tonnes(oil, barrels_per_tonne=factor) == amount


@given(AMOUNTS, FACTORS)
def test_tonnes_of_barrels_are_the_quotient(amount, factor):
    """Barrels become tonnes to 28 digits or exactly."""
    mass = tonnes(amount, barrels_per_tonne=factor)
    exact = Fraction(amount) / Fraction(factor)

    assert abs(Fraction(mass) - exact) <= abs(exact) / 10**27


def test_the_factor_is_the_stated_one():
    """3.4 million tonnes at 7.33 barrels a tonne are 24.922 million barrels."""
    assert barrels(Decimal(3_400_000), barrels_per_tonne=Decimal("7.33")) == Decimal(24_922_000)
    assert tonnes(Decimal(24_922_000), barrels_per_tonne=Decimal("7.33")) == Decimal(3_400_000)
    assert tonnes(Decimal(1), barrels_per_tonne=Decimal(3)) == Decimal("0.3333333333333333333333333333")


def test_any_oil_is_light_enough():
    """Only a factor that cannot be one is refused: heavy or light is the source's word."""
    assert barrels(Decimal(100), barrels_per_tonne=Decimal("1.01")) == Decimal(101)


def test_the_factor_has_to_be_stated():
    """There is no usual factor to fall back on."""
    with pytest.raises(TypeError, match="barrels_per_tonne"):
        barrels(Decimal(1))
    with pytest.raises(TypeError, match="barrels_per_tonne"):
        tonnes(Decimal(1))


@pytest.mark.parametrize("factor", ["0.1364", "0", "-7.33", "1.0"])
def test_a_factor_upside_down_is_refused(factor):
    """Tonnes per barrel in place of barrels per tonne is noticed."""
    message = f"^{re.escape(factor)} barrels per tonne cannot be; a tonne of oil is about 7 barrels$"

    with pytest.raises(UnitError, match=message):
        barrels(Decimal(1), barrels_per_tonne=Decimal(factor))
    with pytest.raises(UnitError, match=message):
        tonnes(Decimal(1), barrels_per_tonne=Decimal(factor))
