"""Alembic's environment: migrations run in the transaction of the connection that they are given."""

from alembic import context

from sayso.ledger.schema.columns import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
