CREATE TABLE labels (
	key BIGINT NOT NULL,
	id TEXT NOT NULL,
	document BIGINT NOT NULL,
	trigger_start BIGINT NOT NULL,
	trigger_end BIGINT NOT NULL,
	field TEXT NOT NULL,
	verdict TEXT NOT NULL,
	by TEXT NOT NULL,
	at TEXT NOT NULL,
	undoes TEXT,
	noun TEXT NOT NULL,
	CONSTRAINT pk_labels PRIMARY KEY (key),
	CONSTRAINT uq_labels_id UNIQUE (id),
	CONSTRAINT fk_labels_document FOREIGN KEY(document) REFERENCES documents (key)
);

CREATE INDEX ix_labels_at ON labels (at);

CREATE INDEX ix_labels_by ON labels (by, at);

CREATE INDEX ix_labels_document ON labels (document);

CREATE INDEX ix_judgements_action ON judgements (action, score);
