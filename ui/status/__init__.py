"""The room at the door: a person's status, without a visit."""
