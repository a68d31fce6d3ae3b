CREATE TABLE actors (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	kind TEXT NOT NULL,
	country TEXT,
	sector TEXT,
	registry TEXT,
	documents BIGINT NOT NULL,
	claims BIGINT NOT NULL,
	CONSTRAINT pk_actors PRIMARY KEY (key),
	CONSTRAINT uq_actors_id UNIQUE (id)
);

CREATE INDEX ix_actors_claims ON actors (claims, key);

CREATE INDEX ix_actors_code ON actors (code);

CREATE INDEX ix_actors_documents ON actors (documents, key);

CREATE TABLE documents (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	text TEXT,
	escaped SMALLINT NOT NULL,
	characters BIGINT NOT NULL,
	language TEXT,
	forgotten TEXT,
	because TEXT,
	CONSTRAINT pk_documents PRIMARY KEY (key),
	CONSTRAINT uq_documents_id UNIQUE (id)
);

CREATE TABLE feeds (
	url TEXT NOT NULL,
	etag TEXT,
	modified TEXT,
	at TEXT NOT NULL,
	CONSTRAINT pk_feeds PRIMARY KEY (url)
);

CREATE TABLE incidents (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	opened TEXT NOT NULL,
	forward BIGINT,
	claims BIGINT NOT NULL,
	documents BIGINT NOT NULL,
	day TEXT NOT NULL,
	day_to TEXT NOT NULL,
	type TEXT NOT NULL,
	country TEXT,
	killed_low BIGINT,
	killed_high BIGINT,
	disputed SMALLINT NOT NULL,
	CONSTRAINT pk_incidents PRIMARY KEY (key),
	CONSTRAINT uq_incidents_id UNIQUE (id),
	CONSTRAINT fk_incidents_forward FOREIGN KEY(forward) REFERENCES incidents (key)
);

CREATE INDEX ix_incidents_country ON incidents (country, day);

CREATE INDEX ix_incidents_day ON incidents (day, key);

CREATE INDEX ix_incidents_documents ON incidents (documents, key);

CREATE INDEX ix_incidents_forward ON incidents (forward);

CREATE TABLE judgements (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	action TEXT NOT NULL,
	verdict TEXT NOT NULL,
	incident TEXT,
	other TEXT,
	by TEXT NOT NULL,
	author TEXT NOT NULL,
	score DOUBLE PRECISION,
	at TEXT NOT NULL,
	reason TEXT NOT NULL,
	noun TEXT NOT NULL,
	CONSTRAINT pk_judgements PRIMARY KEY (key),
	CONSTRAINT uq_judgements_id UNIQUE (id)
);

CREATE INDEX ix_judgements_at ON judgements (at);

CREATE INDEX ix_judgements_incident ON judgements (incident);

CREATE INDEX ix_judgements_other ON judgements (other);

CREATE TABLE log (
	number BIGINT NOT NULL,
	at TEXT NOT NULL,
	kind TEXT NOT NULL,
	subject TEXT NOT NULL,
	digest TEXT NOT NULL,
	detail TEXT NOT NULL,
	previous TEXT NOT NULL,
	hash TEXT NOT NULL,
	CONSTRAINT pk_log PRIMARY KEY (number)
);

CREATE INDEX ix_log_at ON log (at);

CREATE INDEX ix_log_subject ON log (subject);

CREATE TABLE originals (
	bytes_hash TEXT NOT NULL,
	media_type TEXT,
	packed BYTEA NOT NULL,
	CONSTRAINT pk_originals PRIMARY KEY (bytes_hash)
);

CREATE TABLE places (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	folded TEXT NOT NULL,
	kind TEXT NOT NULL,
	precision TEXT NOT NULL,
	geonameid BIGINT,
	lat DOUBLE PRECISION,
	lon DOUBLE PRECISION,
	country TEXT,
	admin1 TEXT,
	documents BIGINT NOT NULL,
	claims BIGINT NOT NULL,
	noun TEXT NOT NULL,
	CONSTRAINT pk_places PRIMARY KEY (key),
	CONSTRAINT uq_places_id UNIQUE (id)
);

CREATE INDEX ix_places_claims ON places (claims, key);

CREATE INDEX ix_places_country ON places (country, claims);

CREATE INDEX ix_places_documents ON places (documents, key);

CREATE INDEX ix_places_folded ON places (folded);

CREATE INDEX ix_places_geonameid ON places (geonameid);

CREATE INDEX ix_places_lat ON places (lat, lon);

CREATE TABLE problems (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	doc TEXT,
	cause TEXT NOT NULL,
	place TEXT NOT NULL,
	source TEXT,
	at TEXT NOT NULL,
	tries BIGINT NOT NULL,
	solved TEXT,
	noun TEXT NOT NULL,
	CONSTRAINT pk_problems PRIMARY KEY (key),
	CONSTRAINT uq_problems_id UNIQUE (id)
);

CREATE INDEX ix_problems_doc ON problems (doc);

CREATE INDEX ix_problems_source ON problems (source);

CREATE TABLE runs (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	sayso TEXT NOT NULL,
	model TEXT NOT NULL,
	settings TEXT NOT NULL,
	at TEXT NOT NULL,
	noun TEXT NOT NULL,
	CONSTRAINT pk_runs PRIMARY KEY (key),
	CONSTRAINT uq_runs_id UNIQUE (id)
);

CREATE TABLE actor_names (
	actor BIGINT NOT NULL,
	name TEXT NOT NULL,
	folded TEXT NOT NULL,
	uses BIGINT NOT NULL,
	CONSTRAINT pk_actor_names PRIMARY KEY (actor, name),
	CONSTRAINT fk_actor_names_actor FOREIGN KEY(actor) REFERENCES actors (key)
);

CREATE INDEX ix_actor_names_folded ON actor_names (folded);

CREATE TABLE appearances (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	document BIGINT NOT NULL,
	doc TEXT NOT NULL,
	title TEXT,
	publisher TEXT,
	url TEXT,
	published TEXT,
	bytes_hash TEXT,
	licence TEXT,
	noun TEXT NOT NULL,
	CONSTRAINT pk_appearances PRIMARY KEY (key),
	CONSTRAINT uq_appearances_id UNIQUE (id),
	CONSTRAINT fk_appearances_document FOREIGN KEY(document) REFERENCES documents (key)
);

CREATE INDEX ix_appearances_doc ON appearances (doc);

CREATE INDEX ix_appearances_document ON appearances (document);

CREATE INDEX ix_appearances_url ON appearances (url);

CREATE TABLE bands (
	band BIGINT NOT NULL,
	document BIGINT NOT NULL,
	CONSTRAINT pk_bands PRIMARY KEY (band, document),
	CONSTRAINT fk_bands_document FOREIGN KEY(document) REFERENCES documents (key)
);

CREATE INDEX ix_bands_document ON bands (document);

CREATE TABLE memberships (
	key BIGINT NOT NULL,
	claim TEXT NOT NULL,
	incident BIGINT NOT NULL,
	since BIGINT,
	until BIGINT,
	CONSTRAINT pk_memberships PRIMARY KEY (key),
	CONSTRAINT fk_memberships_incident FOREIGN KEY(incident) REFERENCES incidents (key),
	CONSTRAINT fk_memberships_since FOREIGN KEY(since) REFERENCES judgements (key),
	CONSTRAINT fk_memberships_until FOREIGN KEY(until) REFERENCES judgements (key)
);

CREATE INDEX ix_memberships_claim ON memberships (claim);

CREATE INDEX ix_memberships_incident ON memberships (incident);

CREATE TABLE readings (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	run BIGINT NOT NULL,
	document BIGINT NOT NULL,
	current SMALLINT NOT NULL,
	digest TEXT NOT NULL,
	doc TEXT NOT NULL,
	title TEXT,
	publisher TEXT,
	url TEXT,
	published TEXT,
	published_day TEXT NOT NULL,
	claims BIGINT NOT NULL,
	mentions TEXT NOT NULL,
	noun TEXT NOT NULL,
	CONSTRAINT pk_readings PRIMARY KEY (key),
	CONSTRAINT uq_readings_id UNIQUE (id),
	CONSTRAINT fk_readings_run FOREIGN KEY(run) REFERENCES runs (key),
	CONSTRAINT fk_readings_document FOREIGN KEY(document) REFERENCES documents (key)
);

CREATE INDEX ix_readings_document ON readings (document);

CREATE INDEX ix_readings_published_day ON readings (published_day, key);

CREATE INDEX ix_readings_publisher ON readings (publisher, published_day);

CREATE INDEX ix_readings_run ON readings (run);

CREATE TABLE relations (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	document BIGINT NOT NULL,
	other BIGINT NOT NULL,
	kind TEXT NOT NULL,
	score DOUBLE PRECISION NOT NULL,
	noun TEXT NOT NULL,
	CONSTRAINT pk_relations PRIMARY KEY (key),
	CONSTRAINT uq_relations_id UNIQUE (id),
	CONSTRAINT fk_relations_document FOREIGN KEY(document) REFERENCES documents (key),
	CONSTRAINT fk_relations_other FOREIGN KEY(other) REFERENCES documents (key)
);

CREATE INDEX ix_relations_document ON relations (document);

CREATE INDEX ix_relations_other ON relations (other);

CREATE TABLE signatures (
	document BIGINT NOT NULL,
	signature BYTEA NOT NULL,
	CONSTRAINT pk_signatures PRIMARY KEY (document),
	CONSTRAINT fk_signatures_document FOREIGN KEY(document) REFERENCES documents (key)
);

CREATE TABLE attributions (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	reading BIGINT NOT NULL,
	number BIGINT NOT NULL,
	local TEXT NOT NULL,
	kind TEXT NOT NULL,
	cue_class TEXT,
	source_actor BIGINT,
	parent BIGINT,
	said TEXT,
	confidence DOUBLE PRECISION NOT NULL,
	noun TEXT NOT NULL,
	CONSTRAINT pk_attributions PRIMARY KEY (key),
	CONSTRAINT fk_attributions_reading FOREIGN KEY(reading) REFERENCES readings (key),
	CONSTRAINT fk_attributions_source_actor FOREIGN KEY(source_actor) REFERENCES actors (key),
	CONSTRAINT fk_attributions_parent FOREIGN KEY(parent) REFERENCES attributions (key)
);

CREATE INDEX ix_attributions_id ON attributions (id);

CREATE INDEX ix_attributions_reading ON attributions (reading);

CREATE INDEX ix_attributions_source_actor ON attributions (source_actor);

CREATE TABLE cast_members (
	reading BIGINT NOT NULL,
	number BIGINT NOT NULL,
	actor BIGINT NOT NULL,
	local TEXT NOT NULL,
	noun TEXT NOT NULL,
	CONSTRAINT pk_cast_members PRIMARY KEY (reading, number),
	CONSTRAINT fk_cast_members_reading FOREIGN KEY(reading) REFERENCES readings (key),
	CONSTRAINT fk_cast_members_actor FOREIGN KEY(actor) REFERENCES actors (key)
);

CREATE INDEX ix_cast_members_actor ON cast_members (actor);

CREATE TABLE disputes (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	reading BIGINT,
	number BIGINT,
	field TEXT NOT NULL,
	how TEXT NOT NULL,
	a TEXT NOT NULL,
	b TEXT NOT NULL,
	note TEXT NOT NULL,
	noun TEXT NOT NULL,
	CONSTRAINT pk_disputes PRIMARY KEY (key),
	CONSTRAINT fk_disputes_reading FOREIGN KEY(reading) REFERENCES readings (key)
);

CREATE INDEX ix_disputes_a ON disputes (a);

CREATE INDEX ix_disputes_b ON disputes (b);

CREATE INDEX ix_disputes_reading ON disputes (reading);

CREATE TABLE times (
	reading BIGINT NOT NULL,
	number BIGINT NOT NULL,
	type TEXT NOT NULL,
	value TEXT NOT NULL,
	edtf TEXT,
	noun TEXT NOT NULL,
	CONSTRAINT pk_times PRIMARY KEY (reading, number),
	CONSTRAINT fk_times_reading FOREIGN KEY(reading) REFERENCES readings (key)
);

CREATE TABLE toponyms (
	reading BIGINT NOT NULL,
	number BIGINT NOT NULL,
	local TEXT NOT NULL,
	place BIGINT,
	noun TEXT NOT NULL,
	CONSTRAINT pk_toponyms PRIMARY KEY (reading, number),
	CONSTRAINT fk_toponyms_reading FOREIGN KEY(reading) REFERENCES readings (key),
	CONSTRAINT fk_toponyms_place FOREIGN KEY(place) REFERENCES places (key)
);

CREATE INDEX ix_toponyms_place ON toponyms (place);

CREATE TABLE claims (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	reading BIGINT NOT NULL,
	number BIGINT NOT NULL,
	local TEXT NOT NULL,
	current SMALLINT NOT NULL,
	type TEXT NOT NULL,
	mode TEXT,
	factuality TEXT NOT NULL,
	holder BIGINT,
	holder_actor BIGINT,
	place BIGINT,
	country TEXT,
	edtf TEXT,
	day TEXT NOT NULL,
	day_to TEXT NOT NULL,
	published_day TEXT NOT NULL,
	publisher TEXT,
	killed_low BIGINT,
	killed_high BIGINT,
	injured_low BIGINT,
	injured_high BIGINT,
	confidence DOUBLE PRECISION NOT NULL,
	incident BIGINT,
	disputed SMALLINT NOT NULL,
	words TEXT NOT NULL,
	noun TEXT NOT NULL,
	CONSTRAINT pk_claims PRIMARY KEY (key),
	CONSTRAINT fk_claims_reading FOREIGN KEY(reading) REFERENCES readings (key),
	CONSTRAINT fk_claims_holder FOREIGN KEY(holder) REFERENCES attributions (key),
	CONSTRAINT fk_claims_holder_actor FOREIGN KEY(holder_actor) REFERENCES actors (key),
	CONSTRAINT fk_claims_place FOREIGN KEY(place) REFERENCES places (key),
	CONSTRAINT fk_claims_incident FOREIGN KEY(incident) REFERENCES incidents (key)
);

CREATE INDEX ix_claims_confidence ON claims (confidence, key) WHERE current = 1;

CREATE INDEX ix_claims_country ON claims (country, day, key) WHERE current = 1;

CREATE INDEX ix_claims_day ON claims (day, key) WHERE current = 1;

CREATE INDEX ix_claims_disputed ON claims (day, key) WHERE current = 1 AND disputed = 1;

CREATE INDEX ix_claims_factuality ON claims (factuality, day, key) WHERE current = 1;

CREATE INDEX ix_claims_holder_actor ON claims (holder_actor, day, key) WHERE current = 1;

CREATE INDEX ix_claims_id ON claims (id);

CREATE INDEX ix_claims_incident ON claims (incident) WHERE current = 1;

CREATE INDEX ix_claims_killed_low ON claims (killed_low, key) WHERE current = 1;

CREATE INDEX ix_claims_mode ON claims (mode, day, key) WHERE current = 1;

CREATE INDEX ix_claims_place ON claims (place, day, key) WHERE current = 1;

CREATE INDEX ix_claims_published_day ON claims (published_day, key) WHERE current = 1;

CREATE INDEX ix_claims_publisher ON claims (publisher, day, key) WHERE current = 1;

CREATE INDEX ix_claims_reading ON claims (reading);

CREATE INDEX ix_claims_type ON claims (type, day, key) WHERE current = 1;

CREATE TABLE claim_places (
	claim BIGINT NOT NULL,
	place BIGINT NOT NULL,
	CONSTRAINT pk_claim_places PRIMARY KEY (claim, place),
	CONSTRAINT fk_claim_places_claim FOREIGN KEY(claim) REFERENCES claims (key),
	CONSTRAINT fk_claim_places_place FOREIGN KEY(place) REFERENCES places (key)
);

CREATE INDEX ix_claim_places_place ON claim_places (place);

CREATE TABLE participants (
	claim BIGINT NOT NULL,
	role TEXT NOT NULL,
	actor BIGINT NOT NULL,
	day TEXT NOT NULL,
	CONSTRAINT pk_participants PRIMARY KEY (claim, role, actor),
	CONSTRAINT fk_participants_claim FOREIGN KEY(claim) REFERENCES claims (key),
	CONSTRAINT fk_participants_actor FOREIGN KEY(actor) REFERENCES actors (key)
);

CREATE INDEX ix_participants_actor ON participants (actor, role, day, claim);

CREATE TABLE search_documents (key BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);

CREATE INDEX ix_search_documents_words ON search_documents USING GIN (words);

CREATE TABLE search_claims (key BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);

CREATE INDEX ix_search_claims_words ON search_claims USING GIN (words);
