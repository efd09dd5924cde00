"""The fields of form F1A in the order of the paper, named once for screens, drafts and rules."""

from enum import StrEnum


class MemberField(StrEnum):
    SEARCH = "search"  # the one box of step 1; not on the form
    NIK = "nik"
    NAME = "name"
    BIRTH_PLACE = "birth_place"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    MARITAL_STATUS = "marital_status"
    MOTHER_NAME = "mother_name"
    FAMILY_CARD = "family_card"
    NPWP = "npwp"
    ADDRESS = "address"
    PROVINCE = "province"
    REGENCY = "regency"
    DISTRICT = "district"
    VILLAGE = "village"
    POSTAL_CODE = "postal_code"
    PHONE = "phone"
    EMAIL = "email"
    SEGMENT = "segment"
    NPP = "npp"
    COMPANY_NAME = "company_name"
    DIVISION = "division"
    EMPLOYEE_NUMBER = "employee_number"
    START_DATE = "start_date"
    WAGE = "wage"
    RISK_CLASS = "risk_class"
    PROGRAMMES = "programmes"
    KPJ = "kpj"
