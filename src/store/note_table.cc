// note_table.cc - see note_table.h.
#include "store/note_table.h"

#include "base/ascii.h"
#include "store/sent_text.h"

namespace signpost {
namespace {

struct NoteRow {
  int64_t id;
  int64_t request_id;
  std::string author;
  std::string text;
};

// Those that the change changes, changed.
std::vector<NoteRow> changed_notes(SqliteDatabase& database,
                                   const std::function<bool(std::string&)>& change) {
  std::vector<NoteRow> changed;
  SqliteStatement select(database, "SELECT id, request_id, author, text FROM request_notes");
  while (select.step()) {
    NoteRow row{select.number(0), select.number(1), select.text(2), select.text(3)};
    const bool in_author = change(row.author);
    if (change(row.text) || in_author) changed.push_back(std::move(row));
  }
  return changed;
}

}  // namespace

bool settle_note(std::string& text) {
  unify_line_breaks(text);
  return text.size() <= kMaxNoteBytes && !is_blank(text) && is_text(text, Lines::many);
}

bool add_note(SqliteDatabase& database, std::string_view code, const RequestNote& note) {
  SqliteStatement insert(database,
                         "INSERT INTO request_notes(request_id, author, at, text) "
                         "SELECT id, ?, ?, ? FROM requests WHERE code = ?");
  insert.bind_text(1, note.author).bind_number(2, note.at).bind_text(3, note.text).bind_text(4, code).step();
  return database.changed_rows() > 0;
}

std::vector<RequestNote> notes_of(SqliteDatabase& database, int64_t request_id) {
  std::vector<RequestNote> notes;
  SqliteStatement select(database,
                         "SELECT author, at, text FROM request_notes WHERE request_id = ? ORDER BY id");
  select.bind_number(1, request_id);
  while (select.step()) notes.push_back({select.text(0), select.number(1), select.text(2)});
  return notes;
}

std::set<int64_t> change_notes(SqliteDatabase& database, const std::function<bool(std::string&)>& change) {
  std::set<int64_t> requests;
  SqliteStatement update(database, "UPDATE request_notes SET author = ?, text = ? WHERE id = ?");
  for (const NoteRow& row : changed_notes(database, change)) {
    update.bind_text(1, row.author).bind_text(2, row.text).bind_number(3, row.id).step();
    update.reset();
    requests.insert(row.request_id);
  }
  return requests;
}

}  // namespace signpost
