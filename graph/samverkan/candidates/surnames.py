"""Usual Swedish surnames by their parts: Lindberg and Lundberg are two names, Lindbreg is a slip of one of them."""

from functools import lru_cache
from typing import Final

from samverkan.candidates.sounds import sound
from samverkan.names import given_names

# First and last halves of two-part surnames, and what stands alone.
FIRST: Final = frozenset(
    """
    ahl al alm ang apel arn asp back bark berg bergen bill björk björn blad blom bo bog boke bor borg brand bred
    bro brun brå bräck bränn bäck båg böhl dahl dal dam djup drott ed edel ek eke elm en eng engel fag fager fal
    falk flod flor fors fri fräl frö gad gal glan gran gren grip grund grän grön gul gust gyll gyllen hag hagel
    hall ham hamm har hav hed heden hell hem her hill hjelm hjort hol holm horn hult häg hägg häll högl hög ing
    is jern jons järn kall karl kil kind klang klar klint kron kull kvarn kvick källe käll lag land lager lej
    lil lilj lilje lim lin lind linde ljung lo lod löf löv lov lund lyck lång lö malm mal mo mol mor mos mur myr
    möl nord norr norden ny nyg näs od olof ol orm os palm pil quick rag ram rand ren rid ring ros rosen rud
    rund ryd råd röd rönn sahl sal sand sel sil silfver sjö skog sköld slät snäll sol sten stjern stor strand
    ström sund sved svan svärd söder säll tall tegn tell tide tjärn tor torn torp troed trygg tull törn udd ull
    up vad val vall van varg ved vest vester vid vik vin vinter voll vret väst väster åker åh ål ång ås åst äng
    ö öber öd öhr ör öst öster
    """.split()  # noqa: SIM905
)
LAST: Final = frozenset(
    """
    ander bach bergh berg berger blad blom bo bohm bom borg brand brink brandt by byr bäck beck dahl dal dell
    del din dén eld ell en er ert fall falk feldt felt fors frid frisk fält gard gran gren grim grip gård gårdh
    hag hage hagen hall ham hammar hed hede heim hem hjelm hjort hof holm holt hult häll hög häger in ing kranz
    kull kvist lander land lin lind ling ljung lund löf löv man mar mark meister mo müller nell ner nér quist
    ram rot roth ros rooth ryd rud sand sell sen ser sjö skog sköld spång stam sted sten stig strand ström
    strandh sund svärd säter söder tell thal thorp torp tun vad vall vik ving zell å ås åker öberg ö ius aeus
    elius éus elli én ér ertz
    """.split()  # noqa: SIM905
)
WHOLE: Final = frozenset(
    """
    alm asp berg björk blom borg brandt brolin dahl ek engdahl englund falk fors forss frank frisk grahn gran
    gren hall hansen holm hult häll jansen kling kron lang lind ljung lund löf malm moberg nielsen nord norén ny
    nyman olin palm pedersen ros rosén sand sandell sandin sjö ståhl ström sund svan tell wall wallin wahl wik
    åberg åkerman öst östlund
    """.split()  # noqa: SIM905
)
FATHERS: Final = frozenset(
    """
    ander arvid axel beng bengt björn bo bör cla claes daniel david eli elia elof emanuel ene eng erik eskil
    frans fredrik german gran gudmund gunnar gustaf gustav göran göte hagmar hal halvar han hans helge hen
    henrik herman hjalmar håkan inge ingel ingemar ingvar isak israel ivar ja jakob jan jo joel johan johann jon
    jona jonas josef josefs jön jöns kar karl kjell knut kristian kristoffer lar lars linu ludvig magnu magnus
    mar martin mat mats matt matti mattias mattis mikael mikaels må måns mårten nil nils ni ol ola olof olov os
    oskar ossian ot ott pal par paul per persa peter petter på pål pär ragnar ras rikard robert rolf rune sal
    salomon samuel seger sig sigurd sigvard simon ste stefan sten sture sva svan sven så tage thor tomas tor
    tord tore torsten tur ture tyr ulf ulrik valdemar valter vik viktor vilhelm zakari zackri åke ås öst östen
    """.split()  # noqa: SIM905
)

_SOUNDS_FIRST: Final = frozenset(map(sound, FIRST))
_SOUNDS_LAST: Final = frozenset(key for half in map(sound, LAST) for key in (half, half.removeprefix("h")))
_SOUNDS_WHOLE: Final = frozenset(map(sound, (*FIRST, *WHOLE)))
_SOUNDS_FATHERS: Final = frozenset(map(sound, FATHERS))
_CHILD: Final = ("son", "sen", "doter")


@lru_cache(maxsize=1 << 15)
def is_usual(key: str) -> bool:
    """Whether a surname, by its sound, is one that many may have: a father's name, or two halves that are usual.

    >>> [is_usual(sound(name)) for name in ("Lindberg", "Lundqvist", "Jansson", "Lindbreg", "Clausenborg")]
    [True, True, True, False, False]
    """
    if key in _SOUNDS_WHOLE or is_patronymic(key):
        return True
    halves = ((key[:cut], key[cut:]) for cut in range(1, len(key)))
    return any({one, one.removesuffix("s")} & _SOUNDS_FIRST and other in _SOUNDS_LAST for one, other in halves)


@lru_cache(maxsize=1 << 15)
def is_patronymic(key: str) -> bool:
    """Whether a surname, by its sound, is a father's name with -son, -sen or -dotter: the most usual of all.

    >>> is_patronymic(sound("Andersson")), is_patronymic(sound("Bergström"))
    (True, False)
    """
    for child in _CHILD:
        if key.endswith(child):
            father = key.removesuffix(child)
            stems = (father, father.removesuffix("s"), father + "s")
            return any(stem in _SOUNDS_FATHERS or stem in _given() for stem in stems)
    return False


@lru_cache(maxsize=1)
def _given() -> frozenset[str]:
    return frozenset(map(sound, given_names()))
