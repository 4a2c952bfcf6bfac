package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"

	"rapporteur/internal/fault"
)

// use says what a connection is for.
type use int

const (
	writing   use = iota // the one connection that changes the register
	reading              // connections that cannot change anything
	migrating            // the connection that changes the schema
)

// dsn holds the settings that the driver takes with the file's address.
//
// synchronous=FULL: with the driver's own default for WAL, a power cut loses imports that were reported as saved.
// txlock=immediate: a transaction that begins by reading and then writes would fail at once after another's commit.
// secure_delete=on: erased text leaves the file.
// stmt_cache_size: the driver keeps prepared statements; each change is sealed with the same two dozen queries.
var dsn = map[use]string{
	writing:   "_journal_mode=WAL&_synchronous=FULL&_foreign_keys=on&_busy_timeout=5000&_txlock=immediate&_secure_delete=on&_stmt_cache_size=64",
	reading:   "_journal_mode=WAL&_synchronous=FULL&_foreign_keys=on&_busy_timeout=5000&_txlock=deferred&_secure_delete=on&_query_only=on&_stmt_cache_size=64",
	migrating: "_foreign_keys=off&_busy_timeout=5000&_txlock=immediate&_secure_delete=on",
}

// extra are the settings that the driver does not know.
const extra = `PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1; PRAGMA temp_store = MEMORY;
	PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;`

// promise is a setting as it must read back on every connection.
type promise struct {
	pragma string
	want   string
}

var common = []promise{
	{"PRAGMA busy_timeout", "5000"},
	{"PRAGMA secure_delete", "1"},
	{"PRAGMA fullfsync", "1"},
	{"PRAGMA checkpoint_fullfsync", "1"},
	{"PRAGMA temp_store", "2"},
	{"PRAGMA trusted_schema", "0"},
	{"PRAGMA cell_size_check", "1"},
}

var promises = map[use][]promise{
	migrating: {{"PRAGMA foreign_keys", "0"}},
	writing:   {{"PRAGMA journal_mode", "wal"}, {"PRAGMA synchronous", "2"}, {"PRAGMA foreign_keys", "1"}, {"PRAGMA query_only", "0"}},
	reading:   {{"PRAGMA journal_mode", "wal"}, {"PRAGMA synchronous", "2"}, {"PRAGMA foreign_keys", "1"}, {"PRAGMA query_only", "1"}},
}

// connector opens connections with the settings of their use and asserts each one.
type connector struct {
	address string
	driver  *sqlite3.SQLiteDriver
}

// newConnector prepares connections to the file at path (absolute). schema is the version the file must have; 0 when
// it is about to change.
func newConnector(path string, u use, schema int) connector {
	expected := append(append([]promise{}, common...), promises[u]...)
	if schema > 0 {
		expected = append(expected,
			promise{"PRAGMA application_id", fmt.Sprint(applicationID)},
			promise{"PRAGMA user_version", fmt.Sprint(schema)})
	}
	return connector{
		address: address(path) + "?" + dsn[u],
		driver: &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
			if _, err := c.Exec(extra, nil); err != nil {
				return err
			}
			return assert(c, expected)
		}},
	}
}

// inMemory prepares a connection to an empty register that never reaches a drive.
func inMemory() connector {
	return connector{address: ":memory:", driver: &sqlite3.SQLiteDriver{}}
}

// address writes a path as a file URI, so that no character of a folder's name is taken for a setting.
func address(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive letter
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// Connect implements driver.Connector.
func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.address) }

// Driver implements driver.Connector.
func (c connector) Driver() driver.Driver { return c.driver }

func assert(c *sqlite3.SQLiteConn, expected []promise) error {
	for _, p := range expected {
		got, err := pragma(c, p.pragma)
		if err != nil {
			return err
		}
		if got != p.want {
			return fault.New(UnsafeFolder, "The drive of the data folder does not allow the settings that keep the register safe.",
				"Choose a data folder on a drive of this computer, not on a network or cloud drive.").
				Because(fmt.Errorf("%s reads %q, not %q", p.pragma, got, p.want))
		}
	}
	return nil
}

// pragma reads one setting as text.
func pragma(c *sqlite3.SQLiteConn, query string) (string, error) {
	rows, err := c.Query(query, nil)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	value := make([]driver.Value, 1)
	if err := rows.Next(value); err != nil {
		if errors.Is(err, io.EOF) {
			return "", nil
		}
		return "", err
	}
	if text, ok := value[0].([]byte); ok {
		return string(text), nil
	}
	return fmt.Sprint(value[0]), nil
}
