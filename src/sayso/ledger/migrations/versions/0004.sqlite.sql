CREATE TABLE actor_judgements (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	action TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	other TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	author TEXT NOT NULL, 
	at TEXT NOT NULL, 
	undoes TEXT, 
	noun TEXT NOT NULL, 
	CONSTRAINT pk_actor_judgements PRIMARY KEY ("key"), 
	CONSTRAINT uq_actor_judgements_id UNIQUE (id)
)
 STRICT;

CREATE INDEX ix_actor_judgements_actor ON actor_judgements (actor);

CREATE INDEX ix_actor_judgements_other ON actor_judgements (other);

CREATE TABLE actor_forwards (
	actor INTEGER NOT NULL, 
	forward INTEGER NOT NULL, 
	CONSTRAINT pk_actor_forwards PRIMARY KEY (actor), 
	CONSTRAINT fk_actor_forwards_actor FOREIGN KEY(actor) REFERENCES actors ("key"), 
	CONSTRAINT fk_actor_forwards_forward FOREIGN KEY(forward) REFERENCES actors ("key")
)
 STRICT;

CREATE INDEX ix_actor_forwards_forward ON actor_forwards (forward);
