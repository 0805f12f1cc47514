ALTER TABLE "participant" ADD COLUMN "due_unit" text COLLATE "C";--> statement-breakpoint
-- The rows already there lack the unit: an older projection is done anew at the next start.
UPDATE "case_index" SET "projection_version" = 0;
