"""What may be done in the room "Perusahaan", handed in by ``main``."""

from dataclasses import dataclass

from app.companies.find_companies import FindCompanies, ReadCompany
from app.companies.save_company import SaveCompany
from ui.companies.list_parts import ListParts


@dataclass(frozen=True, slots=True)
class CompanyParts:
    find: FindCompanies
    read: ReadCompany
    save: SaveCompany
    lists: ListParts
