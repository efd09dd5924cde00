"""The encrypted branch database: engine, tables, migrations and stores."""
