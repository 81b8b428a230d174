-- Inboxes leave out tasks of letters on hold: few, and found at once.
CREATE INDEX letter_held ON letter (id) WHERE status = 'held';
