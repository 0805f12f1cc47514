DROP INDEX "case_index_numbers";--> statement-breakpoint
ALTER TABLE "case_index" DROP COLUMN "document_numbers";--> statement-breakpoint
ALTER TABLE "case_index" DROP COLUMN "padded_numbers";--> statement-breakpoint
-- The rows already there lack the numbers of each organ: an older projection is done anew at the next start.
UPDATE "case_index" SET "projection_version" = 0;
