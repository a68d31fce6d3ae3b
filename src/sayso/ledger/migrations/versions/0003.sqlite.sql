CREATE INDEX ix_claims_lot64 ON claims (day, day_to, edtf, type, mode, factuality, country, place, publisher, published_day, holder, holder_actor, killed_low, killed_high, confidence, disputed, incident, reading) WHERE current = 1 AND key % 999983 % 64 = 0;

CREATE INDEX ix_claims_lot8 ON claims (day, day_to, edtf, type, mode, factuality, country, place, publisher, published_day, holder, holder_actor, killed_low, killed_high, confidence, disputed, incident, reading) WHERE current = 1 AND key % 999983 % 8 = 0;
