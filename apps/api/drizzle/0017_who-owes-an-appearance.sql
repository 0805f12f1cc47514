DROP INDEX "appearance_unrecorded";--> statement-breakpoint
ALTER TABLE "appearance" ADD COLUMN "served_on" date;--> statement-breakpoint
ALTER TABLE "appearance" ADD COLUMN "notice_rules" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "appearance" ADD COLUMN "notice_late" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "appearance" ADD COLUMN "owes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "court_session" ADD COLUMN "adjourned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "appearance_unrecorded" ON "appearance" USING btree ("stream_id") WHERE owes and recorded_on is null;