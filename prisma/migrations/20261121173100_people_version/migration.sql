-- Whoever keeps what a person may do asks for this version too: delegations, and names and choices of people, raise it as well.
CREATE TRIGGER delegation_directory AFTER INSERT OR UPDATE OR DELETE ON delegation FOR EACH STATEMENT EXECUTE FUNCTION raise_directory_version();
DROP TRIGGER person_directory ON person;
CREATE TRIGGER person_directory AFTER UPDATE OR DELETE ON person FOR EACH STATEMENT EXECUTE FUNCTION raise_directory_version();
