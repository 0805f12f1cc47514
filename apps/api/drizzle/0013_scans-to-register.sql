CREATE TABLE "scan" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organ_id" text COLLATE "C" NOT NULL,
	"received_on" date NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"filing_proof" text NOT NULL,
	"words" text NOT NULL,
	"file_ids" text[] NOT NULL,
	"taken_in_by" text COLLATE "C" NOT NULL,
	"taken_in_at" bigint NOT NULL,
	"struck_by" text COLLATE "C",
	"struck_at" bigint,
	"struck_why" text
);
--> statement-breakpoint
CREATE INDEX "scan_organ_received" ON "scan" USING btree ("organ_id","received_on");--> statement-breakpoint
CREATE INDEX "scan_files" ON "scan" USING gin ("file_ids");