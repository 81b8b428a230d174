-- Each page asks for its reader's notices: by the posts in force and by the person.
CREATE INDEX "notice_post_ids_idx" ON "notice" USING GIN ("post_ids");
CREATE INDEX "notice_person_id_idx" ON "notice"("person_id");
