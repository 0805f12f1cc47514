CREATE TABLE "todo" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"stream_id" text COLLATE "C" NOT NULL,
	"organ_id" text COLLATE "C" NOT NULL,
	"text" text NOT NULL,
	"due_on" date,
	"assignee" text COLLATE "C" NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" text COLLATE "C"
);
--> statement-breakpoint
CREATE INDEX "todo_open_of_assignee" ON "todo" USING btree ("assignee","due_on") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "todo_of_case" ON "todo" USING btree ("stream_id");