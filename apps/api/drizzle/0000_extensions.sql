-- Both come with every PostgreSQL 15 or later and are trusted: the owner of the database may create them.
-- Trigrams: search by a part of a name or number.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- Plain columns beside trigrams and arrays in one GIN index: the organ that searches is part of the index.
CREATE EXTENSION IF NOT EXISTS btree_gin;
