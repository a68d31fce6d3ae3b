CREATE TABLE labels (
	"key" INTEGER NOT NULL,
	id TEXT NOT NULL,
	document INTEGER NOT NULL,
	trigger_start INTEGER NOT NULL,
	trigger_end INTEGER NOT NULL,
	field TEXT NOT NULL,
	verdict TEXT NOT NULL,
	"by" TEXT NOT NULL,
	at TEXT NOT NULL,
	undoes TEXT,
	noun TEXT NOT NULL,
	CONSTRAINT pk_labels PRIMARY KEY ("key"),
	CONSTRAINT uq_labels_id UNIQUE (id),
	CONSTRAINT fk_labels_document FOREIGN KEY(document) REFERENCES documents ("key")
)
 STRICT;

CREATE INDEX ix_labels_at ON labels (at);

CREATE INDEX ix_labels_by ON labels ("by", at);

CREATE INDEX ix_labels_document ON labels (document);

CREATE INDEX ix_judgements_action ON judgements (action, score);
