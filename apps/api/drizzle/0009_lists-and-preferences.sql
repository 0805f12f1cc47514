CREATE TABLE "preference" (
	"account_id" text NOT NULL,
	"key" text NOT NULL,
	"body" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "preference_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "saved_filter" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organ_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"shared" boolean NOT NULL,
	"search" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_index" ADD COLUMN "matter" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "case_index" ADD COLUMN "category" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "case_index" ADD COLUMN "channel" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "case_index" ADD COLUMN "respondents" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_index" ADD COLUMN "updated_at" bigint;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "accepted_on" date;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "outcome" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "number_key" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "procedure" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "law_version" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "matter" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "category" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "channel" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "respondents" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "saved_filter_organ" ON "saved_filter" USING btree ("organ_id","account_id");--> statement-breakpoint
CREATE INDEX "participant_accepted" ON "participant" USING btree ("organ_id","accepted_on","stream_id");--> statement-breakpoint
CREATE INDEX "participant_closed" ON "participant" USING btree ("organ_id","closed_on","stream_id");--> statement-breakpoint
CREATE INDEX "participant_number" ON "participant" USING btree ("organ_id","number_key","stream_id");--> statement-breakpoint
-- The rows already there lack the new columns: an older projection is done anew at the next start.
UPDATE "case_index" SET "projection_version" = 0;
