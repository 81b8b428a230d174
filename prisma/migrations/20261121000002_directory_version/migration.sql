-- CreateTable
CREATE TABLE "directory_version" (
    "id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "directory_version_pkey" PRIMARY KEY ("id")
);

-- Whoever keeps people in memory asks for this version. A row, not a sequence: it becomes visible with the change itself.
CREATE FUNCTION raise_directory_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Begun with the clock, so that a version from before the table was emptied never comes again.
  INSERT INTO directory_version AS d (id, version) VALUES (1, (extract(epoch FROM clock_timestamp()) * 1000)::bigint)
    ON CONFLICT (id) DO UPDATE SET version = d.version + 1;
  RETURN NULL;
END
$$;
CREATE TRIGGER office_directory AFTER INSERT OR UPDATE OR DELETE ON office FOR EACH STATEMENT EXECUTE FUNCTION raise_directory_version();
CREATE TRIGGER unit_directory AFTER INSERT OR UPDATE OR DELETE ON unit FOR EACH STATEMENT EXECUTE FUNCTION raise_directory_version();
CREATE TRIGGER post_directory AFTER INSERT OR UPDATE OR DELETE ON post FOR EACH STATEMENT EXECUTE FUNCTION raise_directory_version();
CREATE TRIGGER appointment_directory AFTER INSERT OR UPDATE OR DELETE ON appointment FOR EACH STATEMENT EXECUTE FUNCTION raise_directory_version();
CREATE TRIGGER absence_directory AFTER INSERT OR UPDATE OR DELETE ON absence FOR EACH STATEMENT EXECUTE FUNCTION raise_directory_version();
CREATE TRIGGER succession_directory AFTER INSERT OR UPDATE OR DELETE ON succession FOR EACH STATEMENT EXECUTE FUNCTION raise_directory_version();
CREATE TRIGGER person_directory AFTER UPDATE OF clearance, is_disabled ON person FOR EACH STATEMENT EXECUTE FUNCTION raise_directory_version();
