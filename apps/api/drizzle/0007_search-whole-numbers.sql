CREATE INDEX "party_name_number" ON "party_name" USING btree ("organ_id","padded" text_pattern_ops) WHERE capacity in ('case-number', 'document-number');--> statement-breakpoint
-- Names and numbers now end with a letter, too: an older projection is done anew at the next start.
UPDATE "case_index" SET "projection_version" = 0;
