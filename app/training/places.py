"""Where invented people come from: real districts all over the country, so that no list is of one place."""

from dataclasses import dataclass

from app.training.name_parts import BALI, BATAK, EAST, JAVA, MALAY, SUNDA, NameParts


@dataclass(frozen=True, slots=True)
class Place:
    """``district`` is a Kemendagri code; ``share`` says how many of a thousand come from there."""

    district: str
    town: str
    names: NameParts
    share: int


PLACES = (
    Place("357808", "SURABAYA", JAVA, 110),
    Place("351518", "SIDOARJO", JAVA, 90),
    Place("352518", "GRESIK", JAVA, 50),
    Place("352209", "BOJONEGORO", JAVA, 50),
    Place("357304", "MALANG", JAVA, 40),
    Place("350927", "JEMBER", JAVA, 30),
    Place("351014", "BANYUWANGI", JAVA, 20),
    Place("352617", "BANGKALAN", JAVA, 20),
    Place("337403", "SEMARANG", JAVA, 30),
    Place("337205", "SURAKARTA", JAVA, 20),
    Place("332901", "BREBES", JAVA, 15),
    Place("331303", "KARANGANYAR", JAVA, 10),
    Place("347101", "YOGYAKARTA", JAVA, 20),
    Place("340206", "BANTUL", JAVA, 10),
    Place("317103", "JAKARTA", JAVA, 30),
    Place("317406", "JAKARTA", MALAY, 25),
    Place("317510", "JAKARTA", SUNDA, 25),
    Place("327316", "BANDUNG", SUNDA, 35),
    Place("320435", "BANDUNG", SUNDA, 20),
    Place("320125", "BOGOR", SUNDA, 25),
    Place("321617", "BEKASI", SUNDA, 25),
    Place("367111", "TANGERANG", SUNDA, 15),
    Place("360305", "TANGERANG", SUNDA, 15),
    Place("127108", "MEDAN", BATAK, 40),
    Place("120707", "DELI SERDANG", BATAK, 20),
    Place("137108", "PADANG", MALAY, 15),
    Place("147114", "PEKANBARU", MALAY, 10),
    Place("157108", "JAMBI", MALAY, 5),
    Place("167118", "PALEMBANG", MALAY, 15),
    Place("177107", "BENGKULU", MALAY, 4),
    Place("187118", "BANDAR LAMPUNG", JAVA, 10),
    Place("197106", "PANGKALPINANG", MALAY, 4),
    Place("217103", "BATAM", MALAY, 10),
    Place("117104", "BANDA ACEH", MALAY, 8),
    Place("517101", "DENPASAR", BALI, 20),
    Place("510303", "BADUNG", BALI, 10),
    Place("527101", "MATARAM", MALAY, 5),
    Place("537103", "KUPANG", EAST, 6),
    Place("617104", "PONTIANAK", MALAY, 5),
    Place("627105", "PALANGKARAYA", JAVA, 3),
    Place("637104", "BANJARMASIN", MALAY, 6),
    Place("647106", "BALIKPAPAN", JAVA, 6),
    Place("640210", "KUTAI KARTANEGARA", MALAY, 3),
    Place("657104", "TARAKAN", MALAY, 2),
    Place("717107", "MANADO", EAST, 6),
    Place("727108", "PALU", EAST, 3),
    Place("737115", "MAKASSAR", EAST, 12),
    Place("731107", "BARRU", EAST, 2),
    Place("747103", "KENDARI", EAST, 3),
    Place("757102", "GORONTALO", EAST, 8),
    Place("750117", "GORONTALO", EAST, 4),
    Place("760101", "PASANGKAYU", EAST, 1),
    Place("817102", "AMBON", EAST, 3),
    Place("827108", "TERNATE", EAST, 2),
    Place("917102", "JAYAPURA", EAST, 3),
    Place("930121", "MERAUKE", EAST, 1),
    Place("940105", "NABIRE", EAST, 1),
    Place("950128", "WAMENA", EAST, 1),
    Place("960125", "SORONG", EAST, 1),
)
