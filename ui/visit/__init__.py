"""The visit screen: five steps on the left, who this is and the card on the right."""
