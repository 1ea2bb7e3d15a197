-- Contacts who have lost their link ask for it by their address.
ALTER TABLE party ADD KEY party_contact (email);
