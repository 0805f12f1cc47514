DROP INDEX "case_index_received";--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "received_on" date;--> statement-breakpoint
CREATE INDEX "participant_received" ON "participant" USING btree ("organ_id","received_on" DESC NULLS LAST,"stream_id" DESC NULLS LAST);--> statement-breakpoint
-- The rows already there lack the new day: an older projection is done anew at the next start.
UPDATE "case_index" SET "projection_version" = 0;
