UPDATE mail_outbox m JOIN registration r ON r.id = m.registration_id SET m.registration = r.reference;
