"""Tell whether an address names a ward, a commune or an industrial zone that Hanoi lacks.

The wards and communes are a closed set: the 126 that Hanoi has since 1 July 2025 (resolution
1656/NQ-UBTVQH15), and those that it had before.
"""

import re
from functools import lru_cache

from nsc_program.intake._words.words import folded, lowest, normal

_UNITS = """
an khanh|an my|an phu|an thuong|an tien|ba dinh|ba trai|ba vi|bac hong|bac phu|bac son|bac tu liem|
bach dang|bach ha|bach khoa|bach mai|bat bat|bat trang|bich hoa|bien giang|binh minh|binh phu|
binh yen|bo de|bot xuyen|buoi|cam linh|cam thuong|cam yen|can huu|can kiem|canh nau|cao duong|
cao thanh|cao vien|cat linh|cat que|cau den|cau dien|cau giay|chang son|chau can|chau son|chi dong|
chu minh|chu phan|chuc son|chuong duong|chuong my|chuyen my|co bi|co do|co dong|co loa|co nhue|
co nhue 1|co nhue 2|cong hoa|cong vi|cu khe|cu khoi|cua dong|cua nam|da phuc|da ton|dac so|dai ang|
dai cuong|dai dong|dai hung|dai kim|dai mach|dai mo|dai nghia|dai thang|dai thanh|dai thinh|
dai xuyen|dai yen|dan hoa|dan phuong|dang xa|di nau|di trach|dich vong|dich vong hau|dien bien|
dinh cong|dinh xuyen|do dong|doai phuong|doc tin|doi binh|doi can|dong anh|dong da|dong du|
dong hoi|dong la|dong lac|dong lo|dong mac|dong mai|dong my|dong ngac|dong nhan|dong phu|
dong phuong yen|dong quang|dong son|dong tam|dong tan|dong thai|dong thap|dong tien|dong truc|
dong xuan|dong yen|duc giang|duc hoa|duc thang|duc thuong|duc tu|dung tien|duong ha|duong hoa|
duong lam|duong lieu|duong noi|duong quang|duong xa|duyen ha|duyen thai|gia lam|gia thuy|
giang bien|giang vo|giap bat|ha bang|ha cau|ha dinh|ha dong|ha hoi|ha mo|hai ba trung|hai boi|
hang bac|hang bai|hang bo|hang bong|hang bot|hang buom|hang dao|hang gai|hang ma|hang trong|
hat mon|hien giang|hien ninh|hiep thuan|hoa binh|hoa chinh|hoa lac|hoa lam|hoa nam|hoa phu|hoa son|
hoa thach|hoa xa|hoai duc|hoan kiem|hoang dieu|hoang kim|hoang liet|hoang long|hoang mai|
hoang van thu|hong duong|hong ha|hong ky|hong minh|hong phong|hong quang|hong son|hong thai|
hong van|hop dong|hop thanh|hop tien|hung dao|hung tien|huong ngai|huong son|huu bang|huu hoa|
huu van|khai thai|kham thien|khanh ha|khanh thuong|khuong dinh|khuong mai|khuong thuong|
khuong trung|kien hung|kieu ky|kieu phu|kim an|kim anh|kim bai|kim chung|kim duong|kim giang|
kim hoa|kim lan|kim lien|kim lu|kim ma|kim no|kim quan|kim son|kim thu|la khe|la phu|lai thuong|
lai yen|lam dien|lang|lang ha|lang thuong|le chi|le dai hanh|le loi|le thanh|lien bat|lien chau|
lien ha|lien hiep|lien hong|lien mac|lien minh|lien ninh|lien phuong|lien quan|lien trung|
liep tuyet|lieu giai|linh nam|long bien|long xuyen|luu hoang|ly thai to|mai dich|mai dinh|mai dong|
mai lam|me linh|me tri|minh chau|minh cuong|minh duc|minh khai|minh phu|minh quang|minh tan|
minh tri|mo lao|my dinh|my dinh 1|my dinh 2|my duc|my hung|my luong|my thanh|nam dong|nam hong|
nam phong|nam phu|nam phuong tien|nam son|nam tien|nam trieu|nam tu liem|nga tu so|nghia do|
nghia huong|nghia tan|nghiem xuyen|ngo quyen|ngoc ha|ngoc hoa|ngoc hoi|ngoc khanh|ngoc lam|
ngoc liep|ngoc my|ngoc tao|ngoc thuy|ngu hiep|nguyen du|nguyen khe|nguyen trai|nguyen trung truc|
nhan chinh|nhat tan|nhi khe|ninh hiep|ninh so|noi bai|o cho dua|o dien|pham dinh ho|
phan chau trinh|phan chu trinh|pho hue|phong van|phu cat|phu chau|phu cuong|phu dien|phu do|
phu dong|phu kim|phu la|phu lam|phu linh|phu lo|phu luong|phu luu|phu luu te|phu man|phu minh|
phu nam an|phu nghia|phu phuong|phu son|phu thi|phu thinh|phu thuong|phu tuc|phu xuyen|phu yen|
phuc dien|phuc dong|phuc hoa|phuc la|phuc lam|phuc loc|phuc loi|phuc son|phuc tan|phuc thinh|
phuc tho|phuc tien|phuc xa|phung|phung chau|phung thuong|phung xa|phuong cach|phuong canh|
phuong dinh|phuong duc|phuong lien|phuong liet|phuong mai|phuong trung|phuong tu|quan hoa|
quan thanh|quang an|quang bi|quang lang|quang minh|quang oai|quang phu cau|quang tien|quang trung|
quat dong|quoc oai|quoc tu giam|quynh loi|quynh mai|sai dong|sai son|sen phuong|soc son|son cong|
son da|son dong|son ha|son loc|son tay|song phuong|suoi hai|ta thanh oai|tam dong|tam hiep|
tam hung|tam thuan|tam xa|tan dan|tan hoa|tan hoi|tan hong|tan hung|tan lap|tan linh|tan mai|
tan minh|tan phu|tan tien|tan trieu|tan uoc|tan xa|tao duong van|tay dang|tay ho|tay mo|tay phuong|
tay tuu|thach ban|thach da|thach hoa|thach than|thach that|thach xa|thai hoa|thang loi|thanh binh|
thanh cao|thanh cong|thanh da|thanh lam|thanh liet|thanh luong|thanh mai|thanh my|thanh nhan|
thanh oai|thanh thuy|thanh tri|thanh van|thanh xuan|thanh xuan bac|thanh xuan nam|thanh xuan trung|
thien loc|thinh liet|thinh quang|tho an|tho loc|tho quan|tho xuan|thong nhat|thu lam|thu phu|
thuan an|thuan my|thuong cat|thuong coc|thuong dinh|thuong lam|thuong mo|thuong phuc|thuong thanh|
thuong tin|thuong vuc|thuy an|thuy huong|thuy khue|thuy lam|thuy phuong|thuy xuan tien|tich giang|
tien duoc|tien duong|tien phong|tien phuong|tien thang|tien thinh|tien xuan|tien yen|to hieu|
tong bat|tot dong|trach my loc|tram long|tram troi|tran hung dao|tran phu|trang tien|trang viet|
trau quy|tri thuy|tri trung|truc bach|trung chau|trung gia|trung hoa|trung hung|trung liet|
trung mau|trung phung|trung son tram|trung tu|trung van|truong dinh|truong thinh|truong yen|
tu hiep|tu lap|tu liem|tu lien|tu nhien|tung thien|tuong mai|tuy lai|tuyet nghia|ung hoa|ung thien|
uy no|van binh|van canh|van chuong|van con|van diem|van dien|van dinh|van duc|van ha|van hoa|
van hoang|van khe|van kim|van mieu|van mieu quoc tu giam|van nam|van noi|van phu|van phuc|van quan|
van tao|van thai|van thang|van tu|van vo|van yen|vat lai|vien an|vien noi|vien son|viet hung|
viet long|vinh hung|vinh ngoc|vinh phuc|vinh quynh|vinh thanh|vinh tuy|vong la|vong xuyen|
xuan canh|xuan dinh|xuan duong|xuan giang|xuan khanh|xuan la|xuan mai|xuan non|xuan phuong|
xuan son|xuan tao|xuan thu|xuy xa|yen bai|yen binh|yen hoa|yen lang|yen my|yen nghia|yen phu|
yen so|yen son|yen thuong|yen trung|yen vien|yen xuan|yet kieu
"""
"""The names without accents."""
_ZONES = """
thang long|nam thang long|bac thang long|noi bai|sai dong|dai tu|ha noi dai tu|quang minh|
thach that|thach that quoc oai|quoc oai|phu nghia|ho tro nam ha noi|nam ha noi|hanssip|
bac thuong tin|phung hiep|phu cat|bac phu cat|nam phu cat|hoa lac|dong anh|soc son|kim hoa|
tien phong|hanel|daewoo hanel|cong nghe cao|cong nghe cao hoa lac|
cong nghe cao sinh hoc|cong nghe thong tin|sach soc son|long bien|phu minh|tu liem|gia lam|
chuong my|thuong tin|me linh|ha noi
"""
"""The industrial zones and hi-tech parks that bear these names."""
_NAMES = frozenset(_UNITS.replace("\n", "").split("|"))
_NAMES_OF_ZONES = frozenset(_ZONES.replace("\n", "").split("|"))
_UNIT = re.compile(
    r"(?<!\w)(?i:phường|xã|thị trấn|phuong|xa|thi tran)\s+(?!(?i:hội|hoi|viên)\b)"
    r"(?=[A-ZĐÀ-Ỹ]\w|[0-9])([^,;()\n]+)|"
    r"(?<!\w)(?i:khu công nghiệp|khu cong nghiep|khu chế xuất|kcn|kcx)\s+([^,;()\n]+)"
)
_OF_UNITS = re.compile(
    r"(?:ten )?(phuong|xa|thi tran|kcn|khu cong nghiep)(?: (?:phuong|xa|thi tran|dac khu))*"
)
_NO_UNIT = re.compile(r"(?:hợp tác|hop tac|htx|thị|thi|làng|lang)\s*$", re.IGNORECASE)
_OFFICE = re.compile(r"(?:^|\bUBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|ĐỊA BÀN)[\W_]*$")
"""What stands before the name of a ward in a line of capitals, where any word may follow."""
_OTHER_ZONE = re.compile(r"thang long (?:[23]|ii|iii)\b")
"""Zones of other provinces that bear the name of one in Hanoi."""
_FAR = re.compile(r"\b(?i:vsip|ecopark)\b")
"""Zones and towns whose names say that they are elsewhere."""
_IN_HANOI = re.compile(r"\b(?:ha noi|hn|thu do)\b")
_LONGEST = 5
_LONGEST_BEFORE = 20


def written_as_a_unit(heading: str, text: str) -> str:
    """Return a text with the kind of unit that its heading names: “phường Bồ Đề” for “Bồ Đề”.

    Args:
        heading: the heading of the text.
        text: the text.
    """
    named = _OF_UNITS.fullmatch(lowest(heading))
    if named is None or not text[:1].isupper() or _UNIT.search(text):
        return text
    return f"{named[1]} {text}"


@lru_cache(maxsize=4096)
def names_a_unit_elsewhere(text: str) -> bool:
    """Tell whether an address names a ward, a commune or an industrial zone outside Hanoi.

    >>> texts = ("phường Đồng Kỵ", "xã Bát Tràng", "KCN Tiên Sơn", "KCN Nội Bài", "xã A, Hà Nội")
    >>> [names_a_unit_elsewhere(each) for each in texts]
    [True, False, True, False, False]

    Args:
        text: the address, or a part of it.
    """
    written = normal("NFC", text)
    if _FAR.search(written):
        return True
    return any(map(_is_elsewhere, _UNIT.finditer(written))) and not _IN_HANOI.search(folded(text))


def _is_elsewhere(found: "re.Match[str]") -> bool:
    """Tell whether Hanoi does not have a ward, a commune or a zone of this name."""
    unit, zone = found.groups()
    if zone is not None:
        name = folded(zone)
        return not _begins_with(name, _NAMES_OF_ZONES) or _OTHER_ZONE.match(name) is not None
    before = found.string[max(0, found.start() - _LONGEST_BEFORE) : found.start()]
    if _NO_UNIT.search(before) or (unit.isupper() and not _OFFICE.search(before)):
        return False
    return not _begins_with(folded(unit), _NAMES)


def _begins_with(name: str, names: frozenset[str]) -> bool:
    """Tell whether a name is one of a set, whatever follows it."""
    words = name.split()[:_LONGEST]
    return any(" ".join(words[:end]) in names for end in range(1, len(words) + 1))
