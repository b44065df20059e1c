"""What the meeting did: decisions, assignments, drafts sent out for comment."""
