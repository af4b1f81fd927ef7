"""Runs the migrations on the connection, and in the transaction, that the store began."""

from alembic import context

# Alembic runs this file; whoever merely imports it, as the doctests do, has no connection
if hasattr(context, "config"):
    context.configure(connection=context.config.attributes["connection"])
    context.run_migrations()
