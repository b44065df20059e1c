"""Who was there, who sits on it: lists of people in all their forms, and what sentences say of those who were there."""
