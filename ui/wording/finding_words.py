"""What each finding says on the screen: what, why, and how to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.errors import InputRejected
from app.findings import Finding, FindingCode
from ui.wording.facts import readable, told

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FindingWords:
    what: str
    why: str
    remedy: str


def finding_words(finding: Finding | InputRejected) -> FindingWords:
    return words_of_code(finding.code, readable(finding.code, finding.facts))


def words_of_code(code: FindingCode, facts: Mapping[str, str]) -> FindingWords:
    what, why, remedy = _table()[code]
    return FindingWords(told(what, facts), told(why, facts), told(remedy, facts))


def _table() -> dict[FindingCode, tuple[str, str, str]]:
    """Made anew for each call, because the words follow the language of the moment."""
    return {
        FindingCode.SEARCH_NUMBER_LENGTH: (
            translate("Findings", "This number has {length} digits"),
            translate("Findings", "A NIK has 16 digits, a KPJ has {kpj_length} characters."),
            translate("Findings", "Check the number, or search by name."),
        ),
        FindingCode.REQUIRED: (
            translate("Findings", "Still empty"),
            translate("Findings", "The form cannot do without this field."),
            translate("Findings", "Fill it in from the paper form."),
        ),
        FindingCode.NIK_NOT_16_DIGITS: (
            translate("Findings", "NIK has {length} digits instead of 16"),
            translate("Findings", "Every NIK has exactly 16 digits."),
            translate("Findings", "Read it again from the KTP."),
        ),
        FindingCode.NIK_DAY_IMPOSSIBLE: (
            translate("Findings", "The NIK has the day {day}, which does not exist"),
            translate("Findings", "Digits 7 and 8 are the birth day: 01–31, for women 41–71."),
            translate("Findings", "Read it again from the KTP."),
        ),
        FindingCode.NIK_NO_SUCH_DATE: (
            translate("Findings", "The NIK has the birth date {date}, which is in no calendar"),
            translate("Findings", "Digits 7 to 12 are day, month and year of birth."),
            translate("Findings", "Read it again from the KTP."),
        ),
        FindingCode.NIK_SERIAL_ZERO: (
            translate("Findings", "The NIK ends in 0000"),
            translate("Findings", "The last four digits count from 0001."),
            translate(
                "Findings", "Read it again from the KTP; if it really says so, send the person to Dukcapil."
            ),
        ),
        FindingCode.NIK_REGION_UNKNOWN: (
            translate("Findings", "The NIK begins with an unknown district code: {region}"),
            translate("Findings", "Old codes live on in NIKs after a region was split."),
            translate("Findings", "Compare it with the KTP and say why it is right."),
        ),
        FindingCode.NIK_BIRTH_DATE_DIFFERS: (
            translate("Findings", "NIK says {nik}"),
            translate(
                "Findings", "The birth date typed is {typed}. A corrected birth date does not change the NIK."
            ),
            translate("Findings", "Compare both with the KTP; if the KTP says so, give the reason."),
        ),
        FindingCode.NIK_SEX_DIFFERS: (
            translate("Findings", "NIK says {nik}"),
            translate("Findings", "The sex chosen is {typed}."),
            translate("Findings", "Compare it with the KTP; if the KTP says so, give the reason."),
        ),
        FindingCode.AGE_BELOW_15: (
            translate("Findings", "Only {age} years old"),
            translate("Findings", "Nobody may work below the age of 15."),
            translate("Findings", "Check the birth date, or give the reason."),
        ),
        FindingCode.AGE_ABOVE_100: (
            translate("Findings", "{age} years old"),
            translate("Findings", "An age above 100 is rare; often the century is wrong."),
            translate("Findings", "Check the birth date, or give the reason."),
        ),
        FindingCode.CENTURY_UNCLEAR: (
            translate("Findings", "Two birth years fit"),
            translate("Findings", "Only the last two digits of the year are known."),
            translate("Findings", "Type the date from the KTP with all four digits of the year."),
        ),
        FindingCode.FAMILY_CARD_NOT_16_DIGITS: (
            translate("Findings", "Family card number has {length} digits instead of 16"),
            translate("Findings", "Every family card number has exactly 16 digits."),
            translate("Findings", "Read it again from the family card."),
        ),
        FindingCode.FAMILY_CARD_DATE_ODD: (
            translate("Findings", "The family card number holds no calendar date"),
            translate("Findings", "Digits 7 to 12 are usually its date of issue."),
            translate("Findings", "Read it again from the family card, or give the reason."),
        ),
        FindingCode.KPJ_NOT_11_CHARACTERS: (
            translate("Findings", "KPJ has {length} characters instead of 11"),
            translate("Findings", "Every KPJ has exactly 11 digits or letters."),
            translate("Findings", "Read it again, or scan the card."),
        ),
        FindingCode.KPJ_HAS_LETTERS: (
            translate("Findings", "KPJ contains letters"),
            translate("Findings", "Old Jamsostek numbers may; new ones do not."),
            translate("Findings", "Compare it with the old card, or give the reason."),
        ),
        FindingCode.KPJ_OF_ANOTHER_PERSON: (
            translate("Findings", "This KPJ belongs to another person"),
            translate("Findings", "It is stored under another NIK: {nik}."),
            translate("Findings", "Check the number; one KPJ belongs to one person only."),
        ),
        FindingCode.KPJ_ALREADY_STORED: (
            translate("Findings", "This person already has this KPJ"),
            translate("Findings", "A membership with this number is stored."),
            translate("Findings", "Open that membership, or type another number."),
        ),
        FindingCode.KPJ_FOLLOWS_LATER: (
            translate("Findings", "Without a KPJ no card can be printed"),
            translate("Findings", "The membership is stored; the number follows later."),
            translate("Findings", "Tell the visitor when to come back for the card."),
        ),
        FindingCode.KPJ_INSIDE_NUMBER_BLOCK: (
            translate("Findings", "This KPJ lies in the branch's own number block"),
            translate("Findings", "The block gives its numbers in order; this one is not its turn."),
            translate("Findings", "Take the next number from the block."),
        ),
        FindingCode.NUMBER_BLOCK_EMPTY: (
            translate("Findings", "The branch has no KPJ number left"),
            translate("Findings", "All numbers allotted by the centre are used."),
            translate("Findings", "Choose “number follows later” and ask the centre for a new block."),
        ),
        FindingCode.NUMBER_BLOCK_LOW: (
            translate("Findings", "Only {left} KPJ numbers left"),
            translate("Findings", "The branch's number block is nearly used up."),
            translate("Findings", "Tell the supervisor to ask the centre for a new block."),
        ),
        FindingCode.NPP_NOT_8_CHARACTERS: (
            translate("Findings", "NPP has {length} characters instead of 8"),
            translate("Findings", "Every NPP has exactly 8 digits or letters."),
            translate("Findings", "Type the company's name and take it from the list."),
        ),
        FindingCode.NPP_HAS_LETTERS: (
            translate("Findings", "NPP contains letters"),
            translate("Findings", "Most company numbers are digits only."),
            translate("Findings", "Compare it with the company's letter, or give the reason."),
        ),
        FindingCode.COMPANY_UNKNOWN: (
            translate("Findings", "The company {npp} is not known here"),
            translate("Findings", "The branch has no company stored under this NPP."),
            translate("Findings", "Check the NPP, or give the reason and go on with the name as typed."),
        ),
        FindingCode.COMPANY_NAME_DIFFERS: (
            translate("Findings", "Another name is stored for this NPP: {stored}"),
            translate("Findings", "The name on the form and the stored name differ."),
            translate("Findings", "Take the company from the list, or give the reason."),
        ),
        FindingCode.COMPANY_NOT_ALLOWED: (
            translate("Findings", "This segment has no company"),
            translate("Findings", "Self-employed members register for themselves."),
            translate("Findings", "Clear the company, or choose another segment."),
        ),
        FindingCode.DIVISION_TOO_LONG: (
            translate("Findings", "Division is longer than 10 characters"),
            translate("Findings", "The central system keeps 10 characters."),
            translate("Findings", "Shorten it the way the company does."),
        ),
        FindingCode.NPWP_WRONG_LENGTH: (
            translate("Findings", "NPWP has {length} digits"),
            translate("Findings", "An NPWP has 15 or 16 digits."),
            translate("Findings", "Read it again from the NPWP card, or leave it empty."),
        ),
        FindingCode.NPWP_CHECK_FAILS: (
            translate("Findings", "The check digit of the NPWP does not fit"),
            translate("Findings", "One digit is probably wrong."),
            translate("Findings", "Read it again from the NPWP card, or leave it empty."),
        ),
        FindingCode.NPWP_NIK_DIFFERS: (
            translate("Findings", "The NPWP is a NIK, but another one"),
            translate("Findings", "A 16-digit NPWP is the person's own NIK."),
            translate("Findings", "Compare both with the KTP, or give the reason."),
        ),
        FindingCode.PHONE_HAS_LETTERS: (
            translate("Findings", "The phone number contains letters"),
            translate("Findings", "A phone number has digits, and + at the beginning."),
            translate("Findings", "Type it as 08… or +62…"),
        ),
        FindingCode.PHONE_PREFIX_ODD: (
            translate("Findings", "The phone number begins unusually"),
            translate("Findings", "Mobile numbers here begin with 08 or +62 8."),
            translate("Findings", "Read it back to the visitor, or give the reason."),
        ),
        FindingCode.PHONE_LENGTH_ODD: (
            translate("Findings", "Unusual length of the phone number"),
            translate("Findings", "Mobile numbers here have 10 to 13 digits."),
            translate("Findings", "Read it back to the visitor, or give the reason."),
        ),
        FindingCode.EMAIL_ODD: (
            translate("Findings", "This does not look like an e-mail address"),
            translate("Findings", "An address has one @ and a domain such as gmail.com."),
            translate("Findings", "Read it back to the visitor, or give the reason."),
        ),
        FindingCode.POSTAL_CODE_ODD: (
            translate("Findings", "The postal code does not have 5 digits"),
            translate("Findings", "Every postal code has five digits."),
            translate("Findings", "Correct it, or leave it empty."),
        ),
        FindingCode.NAME_TOO_LONG: (
            translate("Findings", "{length} characters; {longest} fit"),
            translate("Findings", "The central system keeps {longest} characters."),
            translate("Findings", "Shorten it as on the KTP."),
        ),
        FindingCode.NAME_ODD_CHARACTER: (
            translate("Findings", "The name contains “{character}”"),
            translate("Findings", "Names have letters, spaces, apostrophes, hyphens and full stops."),
            translate("Findings", "Take the character out."),
        ),
        FindingCode.NAME_HIDDEN_CHARACTER: (
            translate("Findings", "The name contains an invisible character ({code})"),
            translate("Findings", "It comes with text that was copied from elsewhere."),
            translate("Findings", "Type the name again by hand."),
        ),
        FindingCode.NAME_NOT_ON_CARD_FONT: (
            translate("Findings", "The card cannot show {characters}"),
            translate("Findings", "The card's font has no such character."),
            translate("Findings", "Write it as on the KTP, in plain letters."),
        ),
        FindingCode.NAME_OVERFLOWS_CARD: (
            translate("Findings", "The text does not fit on the card"),
            translate("Findings", "Even the smallest allowed letters are too wide."),
            translate("Findings", "Shorten it as on the KTP."),
        ),
        FindingCode.TEXT_TOO_LONG: (
            translate("Findings", "{length} characters; {longest} fit"),
            translate("Findings", "The field keeps {longest} characters."),
            translate("Findings", "Shorten it."),
        ),
        FindingCode.DATE_UNREADABLE: (
            translate("Findings", "This is no date"),
            translate("Findings", "Dates are typed as day, month, year: 17081995."),
            translate("Findings", "Type it again with eight digits."),
        ),
        FindingCode.BIRTH_DATE_IN_FUTURE: (
            translate("Findings", "The birth date lies in the future"),
            translate("Findings", "Nobody is born after today."),
            translate("Findings", "Check the year."),
        ),
        FindingCode.START_DATE_BEFORE_BIRTH: (
            translate("Findings", "Work began before birth"),
            translate("Findings", "One of the two dates is wrong."),
            translate("Findings", "Check both dates."),
        ),
        FindingCode.START_DATE_FAR_AHEAD: (
            translate("Findings", "Work begins only in {days} days"),
            translate("Findings", "A registration so far ahead is rare."),
            translate("Findings", "Check the year, or give the reason."),
        ),
        FindingCode.START_DATE_LONG_AGO: (
            translate("Findings", "Work began {days} days ago"),
            translate("Findings", "That is long ago for a new registration."),
            translate("Findings", "Check the year, or give the reason."),
        ),
        FindingCode.CHOICE_UNKNOWN: (
            translate("Findings", "This choice does not exist"),
            translate("Findings", "It is not in the list of this field."),
            translate("Findings", "Choose from the list."),
        ),
        FindingCode.WAGE_UNREADABLE: (
            translate("Findings", "The wage is not a number"),
            translate("Findings", "The wage is whole rupiah a month."),
            translate("Findings", "Type digits only, dots are fine: 4.961.753"),
        ),
        FindingCode.WAGE_ZERO: (
            translate("Findings", "The wage is zero"),
            translate("Findings", "Contributions are computed from the wage."),
            translate("Findings", "Ask for the wage, or give the reason."),
        ),
        FindingCode.WAGE_UNUSUAL: (
            translate("Findings", "An unusual wage"),
            translate("Findings", "Rp {wage} a month is far from what is usual."),
            translate("Findings", "Count the zeros, or give the reason."),
        ),
        FindingCode.REGION_UNKNOWN: (
            translate("Findings", "This region is not in the list"),
            translate(
                "Findings", "The list holds provinces, regencies and districts with their Kemendagri codes."
            ),
            translate("Findings", "Choose the region from the list."),
        ),
        FindingCode.PROGRAMME_NOT_IN_SEGMENT: (
            translate("Findings", "{programmes} does not belong to segment {segment}"),
            translate("Findings", "Each segment has its own programmes."),
            translate("Findings", "Take the programme out, or choose another segment."),
        ),
        FindingCode.PROGRAMME_MISSING: (
            translate("Findings", "Without {programmes}"),
            translate("Findings", "The segment normally includes it; small firms may leave some out."),
            translate("Findings", "Add the programme, or give the reason."),
        ),
        FindingCode.RATE_UNCERTAIN: (
            translate("Findings", "The rate of {programmes} is not certain"),
            translate("Findings", "The reference table marks it as likely only."),
            translate("Findings", "Do not promise the amount to the visitor."),
        ),
        FindingCode.RATE_MISSING: (
            translate("Findings", "No rate for {programmes} on this date"),
            translate("Findings", "The reference table ends before or begins after it."),
            translate("Findings", "Tell the administrator; the registration can go on."),
        ),
        FindingCode.PERSON_ALREADY_KNOWN: (
            translate("Findings", "This NIK is already registered"),
            translate("Findings", "One person is stored once; the membership is added to the stored person."),
            translate("Findings", "Compare the stored data with the KTP."),
        ),
        FindingCode.PERSON_STORED_DIFFERENTLY: (
            translate("Findings", "Stored differently under this NIK: {fields}"),
            translate("Findings", "A mistyped NIK would give a stranger the membership."),
            translate("Findings", "Read the NIK again from the KTP, or give the reason."),
        ),
        FindingCode.PERSON_DECEASED: (
            translate("Findings", "Recorded as deceased on {on}"),
            translate("Findings", "No card and no change is possible any more."),
            translate("Findings", "Compare the papers and ask the supervisor."),
        ),
        FindingCode.PERSON_POSSIBLY_DUPLICATE: (
            translate("Findings", "Perhaps registered before, NIK {nik}"),
            translate("Findings", "The birth date fits and the names are {percent} % alike."),
            translate("Findings", "Compare both and decide: same person or another."),
        ),
        FindingCode.SAME_COMPANY_MEMBERSHIP: (
            translate("Findings", "Already a member through this company since {since}"),
            translate("Findings", "That membership is still active; a second one would be double."),
            translate("Findings", "Print a card for that membership instead, or ask the supervisor."),
        ),
        FindingCode.CARD_PRINTED_RECENTLY: (
            translate("Findings", "A card was printed on {on}"),
            translate("Findings", "Receipt {receipt}, taken by {collector}. Asked for {days} days."),
            translate("Findings", "Ask where that card is; the supervisor approves another one."),
        ),
        FindingCode.CARD_PRINTED_BEFORE: (
            translate("Findings", "This card was printed on {on}"),
            translate("Findings", "Receipt {receipt}, taken by {collector}. Another one is a reprint."),
            translate("Findings", "Leave it out, or have the supervisor approve the reprint."),
        ),
        FindingCode.CARD_UNANSWERED: (
            translate("Findings", "An earlier card is not answered yet ({counter})"),
            translate("Findings", "Nobody has said whether it came out: a second one could be printed."),
            translate("Findings", "Answer for that card first, or leave this one out."),
        ),
        FindingCode.CARD_OWED_ELSEWHERE: (
            translate("Findings", "A card of this member already waits at {counter}"),
            translate("Findings", "The same card would be printed in two places."),
            translate("Findings", "Print or give up that card there, or leave this one out."),
        ),
        FindingCode.DOCUMENT_NOT_COMPARED: (
            translate("Findings", "The document has not been compared"),
            translate("Findings", "Somebody has to look at the paper and at the person."),
            translate("Findings", "Choose the document that was shown and tick it off."),
        ),
        FindingCode.DIGITS_LOST: (
            translate("Findings", "Excel has cut digits of this number (cell {cell})"),
            translate("Findings", "Excel keeps 15 digits; the file shows {holds}, the rest is lost."),
            translate("Findings", "Type the number from the KTP, or ask the company for it as text."),
        ),
        FindingCode.LEADING_ZERO_LOST: (
            translate("Findings", "A zero in front of this number is probably lost (cell {cell})"),
            translate("Findings", "The cell holds the number {holds}; Excel leaves out zeros in front."),
            translate("Findings", "Is it {proposal}? Then type it so, else type the right number."),
        ),
        FindingCode.CELL_ERROR: (
            translate("Findings", "The formula in cell {cell} gives {holds}"),
            translate("Findings", "What it should say cannot be known from this file."),
            translate("Findings", "Type what belongs there."),
        ),
        FindingCode.CELL_NOT_RECKONED: (
            translate("Findings", "The formula in cell {cell} has no value yet"),
            translate("Findings", "The file was written by a program that does not reckon formulas."),
            translate("Findings", "Open the file in Excel, save it and choose it again, or type the value."),
        ),
        FindingCode.CELL_UNREADABLE: (
            translate("Findings", "Cell {cell} holds {holds}, which this field cannot take"),
            translate("Findings", "Excel has kept it as another kind of value."),
            translate("Findings", "Type what belongs there."),
        ),
        FindingCode.DATE_AMBIGUOUS: (
            translate("Findings", "This date can mean {first} or {second} (cell {cell})"),
            translate("Findings", "Dates in this column stand day first and month first."),
            translate("Findings", "Ask which one is meant and type it."),
        ),
        FindingCode.DATE_TURNED: (
            translate("Findings", "Read as {taken}, because the NIK says so (cell {cell})"),
            translate("Findings", "The file shows {holds}; other dates here stand month first too."),
            translate("Findings", "Nothing has to be done."),
        ),
        FindingCode.FILLED_FROM_NIK: (
            translate("Findings", "Filled in from the NIK: {taken}"),
            translate("Findings", "The file says nothing here."),
            translate("Findings", "Nothing has to be done."),
        ),
        FindingCode.START_DATE_TAKEN: (
            translate("Findings", "Membership from {taken}, the day the list was read"),
            translate("Findings", "The list has no column for the start date."),
            translate("Findings", "Type another date where it began earlier."),
        ),
        FindingCode.DISTRICT_NOT_FOUND: (
            translate("Findings", "The district “{holds}” was not found"),
            translate("Findings", "No district has this name there, or several have it."),
            translate("Findings", "Type its name with the city, or give the reason to store it without."),
        ),
        FindingCode.NPP_OF_ANOTHER_COMPANY: (
            translate("Findings", "This row is of another company: NPP {npp}"),
            translate("Findings", "The list is read for the company {company}."),
            translate("Findings", "Leave the row out, or correct its NPP."),
        ),
        FindingCode.NIK_TWICE_IN_FILE: (
            translate("Findings", "The same NIK stands in row {row}"),
            translate("Findings", "A NIK belongs to one person only."),
            translate("Findings", "Leave one of the two rows out, or correct the NIK."),
        ),
        FindingCode.KPJ_TWICE_IN_FILE: (
            translate("Findings", "The same KPJ stands in row {row}"),
            translate("Findings", "A KPJ belongs to one person only."),
            translate("Findings", "Correct the KPJ of one of the two rows."),
        ),
        FindingCode.PERSON_TWICE_IN_FILE: (
            translate("Findings", "Perhaps the same person as in row {row} ({percent}% alike)"),
            translate("Findings", "Name and birth date are nearly the same, the NIK is another."),
            translate("Findings", "Leave one of the two rows out, or give the reason."),
        ),
        FindingCode.PERSON_NOT_STORED: (
            translate("Findings", "Nobody with this NIK is stored here"),
            translate("Findings", "The number belongs to a member who was not registered at this branch."),
            translate("Findings", "Check the NIK, or register the worker first."),
        ),
        FindingCode.MEMBERSHIP_NOT_STORED: (
            translate("Findings", "No membership of this person in company {npp}"),
            translate("Findings", "The person is stored, but not as a worker of this company."),
            translate("Findings", "Check the NPP, or register the membership first."),
        ),
        FindingCode.KPJ_ALREADY_GIVEN: (
            translate("Findings", "The membership already has the number {kpj}"),
            translate("Findings", "A number that was given is never changed by a list."),
            translate("Findings", "Compare with the list of the centre, and leave the row out."),
        ),
        FindingCode.SEVERAL_MEMBERSHIPS_WAIT: (
            translate("Findings", "{count} memberships of this person wait for a number"),
            translate("Findings", "The list does not say for which of them the number is."),
            translate("Findings", "Read the list with its company chosen, or ask the centre."),
        ),
        FindingCode.SCAN_TOO_DARK: (
            translate("Findings", "Page {page} is too dark to read"),
            translate("Findings", "Whoever needs this paper later has only the scan."),
            translate("Findings", "Scan it lighter while the paper still lies here."),
        ),
        FindingCode.SCAN_NEARLY_EMPTY: (
            translate("Findings", "Hardly anything is to be seen on page {page}"),
            translate("Findings", "The paper lay the wrong way up, or it is very pale."),
            translate("Findings", "Turn it over and scan it again."),
        ),
        FindingCode.SCAN_BLURRED: (
            translate("Findings", "Page {page} is blurred"),
            translate("Findings", "Small print and numbers cannot be read any more."),
            translate("Findings", "Hold still, or lay it flat, and scan it again."),
        ),
        FindingCode.SCAN_TOO_SMALL: (
            translate("Findings", "Page {page} has only {width} × {height} pixels"),
            translate("Findings", "Small print and numbers cannot be read any more."),
            translate("Findings", "Scan it at 300 dots an inch."),
        ),
    }
