// request_table.cc - see request_table.h.
#include "store/request_table.h"

#include <set>
#include <vector>

#include "base/ascii.h"
#include "base/error.h"
#include "base/sha256.h"
#include "store/answer_table.h"
#include "store/audit_table.h"
#include "store/complaint_table.h"
#include "store/note_table.h"
#include "store/outbox_table.h"
#include "store/request_code.h"
#include "store/request_json.h"

namespace signpost {
namespace {

constexpr std::string_view kForgotten = "[...]";

std::string_view sum_bytes(const Sha256Sum& sum) {
  return {reinterpret_cast<const char*>(sum.data()), sum.size()};
}

bool has_code(SqliteDatabase& database, std::string_view code) {
  SqliteStatement select(database, "SELECT 1 FROM requests WHERE code = ?");
  return select.bind_text(1, code).step();
}

std::string unused_code(SqliteDatabase& database) {
  std::string code = make_request_code();
  while (has_code(database, code)) code = make_request_code();
  return code;
}

// With the event that others are told of.
void add_change(SqliteDatabase& database, int64_t id, RequestState state, EventKind kind, int64_t now) {
  SqliteStatement insert(database, "INSERT INTO request_changes(request_id, state, at) VALUES (?, ?, ?)");
  insert.bind_number(1, id).bind_text(2, name_of(state)).bind_number(3, now).step();
  add_event(database, {.kind = kind, .request_id = id}, now);
}

std::vector<StateChange> changes_of(SqliteDatabase& database, int64_t id) {
  std::vector<StateChange> changes;
  SqliteStatement select(database, "SELECT state, at FROM request_changes WHERE request_id = ? ORDER BY id");
  select.bind_number(1, id);
  while (select.step()) changes.push_back({read_request_state(select.text(0)), select.number(1)});
  if (changes.empty()) throw Error(ErrorKind::corrupt, "a request has no state");
  return changes;
}

constexpr const char* kRequestColumns =
    "SELECT id, code, lang, reply_to, name, product, message, packet, assignee, "
    "(SELECT t.code FROM requests t WHERE t.id = requests.merged_into) FROM requests ";

// Of a row of kRequestColumns.
StoredRequest read_request(SqliteDatabase& database, const SqliteStatement& row) {
  StoredRequest request;
  request.code = shown_code(row.text(1));
  request.draft = {.lang = row.text(2),
                   .reply_to = row.text(3),
                   .name = row.text(4),
                   .message = row.text(6),
                   .product = row.text(5),
                   .packet = parse_packet(row.blob(7))};
  request.changes = changes_of(database, row.number(0));
  request.notes = notes_of(database, row.number(0));
  request.answers = answers_of(database, row.number(0));
  request.assignee = row.text(8);
  request.is_merged = !row.is_null(9);
  if (request.is_merged) request.merged_into = shown_code(row.text(9));
  return request;
}

// Of one that goes on in another: what happened to it until then, and to the other since.
std::vector<StateChange> changes_of_merged(SqliteDatabase& database, int64_t id, int64_t target) {
  std::vector<StateChange> changes = changes_of(database, id);
  const int64_t since = changes.back().at;  // as it was closed by going on there
  if (changes.size() > 1 && changes.back().state == RequestState::closed) changes.pop_back();
  const std::vector<StateChange> others = changes_of(database, target);
  for (const StateChange& change : others) {
    if (change.at >= since) changes.push_back(change);
  }
  if (changes.back().state != others.back().state) changes.push_back({others.back().state, since});
  return changes;
}

bool continues_before(std::string_view text, size_t begin) {
  return begin > 0 && (is_alnum(text[begin - 1]) ||
                       std::string_view("._+-").find(text[begin - 1]) != std::string_view::npos);
}

// A full stop ends a sentence unless a letter follows.
bool continues_behind(std::string_view text, size_t end) {
  if (end == text.size()) return false;
  if (text[end] != '.' && text[end] != '-') return is_alnum(text[end]);
  return end + 1 < text.size() && is_alnum(text[end + 1]);
}

// Puts what stands for something forgotten wherever the address is, which is in small letters; where it is
// the end of a longer one, that is somebody else's.
bool take_out(const std::string& address, std::string& text) {
  bool found = false;
  std::string small = lower_case(text);  // byte for byte beside it
  for (size_t pos = 0; (pos = small.find(address, pos)) != std::string::npos;) {
    if (continues_before(text, pos) || continues_behind(text, pos + address.size())) {
      ++pos;
      continue;
    }
    text.replace(pos, address.size(), kForgotten);
    small.replace(pos, address.size(), kForgotten);
    pos += kForgotten.size();
    found = true;
  }
  return found;
}

// Of staff, who may have signed in by their address once.
void forget_person(SqliteDatabase& database, const std::string& name) {
  for (const char* sql : {"UPDATE requests SET assignee = ?2 WHERE lower(assignee) = ?1",
                          "UPDATE request_items SET author = ?2 WHERE lower(author) = ?1",
                          "UPDATE gap_changes SET author = ?2 WHERE lower(author) = ?1",
                          "UPDATE audit SET object = ?2 WHERE lower(object) = ?1",
                          "UPDATE audit SET person = ?2 WHERE lower(person) = ?1"}) {
    SqliteStatement update(database, sql);
    update.bind_text(1, name).bind_text(2, kForgotten).step();
  }
}

// All that a person, or their browser, wrote.
std::vector<std::string*> texts_of(RequestDraft& draft) {
  std::vector<std::string*> texts = {&draft.lang,    &draft.reply_to, &draft.name,
                                     &draft.message, &draft.product,  &draft.packet.level};
  for (auto* list : {&draft.packet.questions, &draft.packet.answers, &draft.packet.incidents}) {
    for (std::string& text : *list) texts.push_back(&text);
  }
  for (ReadSection& read : draft.packet.read) texts.insert(texts.end(), {&read.id, &read.anchor});
  for (TriedStep& tried : draft.packet.tried) texts.insert(texts.end(), {&tried.id, &tried.anchor});
  return texts;
}

bool take_out(const std::string& address, RequestDraft& draft) {
  bool found = false;
  for (std::string* text : texts_of(draft)) {
    if (take_out(address, *text)) found = true;
  }
  return found;
}

void rewrite(SqliteDatabase& database, int64_t id, const RequestDraft& draft) {
  SqliteStatement update(database,
                         "UPDATE requests SET lang = ?, reply_to = ?, name = ?, product = ?, message = ?, "
                         "packet = ?, draft_sum = ? WHERE id = ?");
  const std::string packet = packet_text(draft.packet);
  const Sha256Sum sum = draft_sum(draft);
  update.bind_text(1, draft.lang).bind_text(2, draft.reply_to).bind_text(3, draft.name);
  update.bind_text(4, draft.product).bind_text(5, draft.message).bind_text(6, packet);
  update.bind_blob(7, sum_bytes(sum)).bind_number(8, id).step();
}

}  // namespace

RequestState read_request_state(const std::string& name) {
  if (const auto state = request_state_named(name)) return *state;
  throw Error(ErrorKind::corrupt, "a request has the state '" + name + "', which there is not");
}

std::optional<KeptRequest> keep_request(SqliteDatabase& database, const RequestDraft& draft,
                                        std::string_view key, int64_t now) {
  const Sha256Sum key_sum = sha256_sum(key);
  const Sha256Sum said = draft_sum(draft);
  if (!key.empty()) {
    SqliteStatement known(database, "SELECT draft_sum, code, state FROM requests WHERE key_sum = ?");
    if (known.bind_blob(1, sum_bytes(key_sum)).step()) {
      if (known.blob(0) != sum_bytes(said)) return std::nullopt;
      return KeptRequest{shown_code(known.text(1)), read_request_state(known.text(2))};
    }
  }
  const std::string code = unused_code(database);
  const std::string packet = packet_text(draft.packet);
  SqliteStatement insert(database,
                         "INSERT INTO requests(code, key_sum, draft_sum, state, changed_at, lang, reply_to, "
                         "name, product, message, packet) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind_text(1, code).bind_blob(3, sum_bytes(said));
  if (!key.empty()) insert.bind_blob(2, sum_bytes(key_sum));
  insert.bind_text(4, name_of(RequestState::received)).bind_number(5, now).bind_text(6, draft.lang);
  insert.bind_text(7, draft.reply_to).bind_text(8, draft.name).bind_text(9, draft.product);
  insert.bind_text(10, draft.message).bind_text(11, packet).step();
  add_change(database, database.last_row(), RequestState::received, EventKind::request_received, now);
  return KeptRequest{shown_code(code), RequestState::received, true};
}

std::optional<StoredRequest> find_request(SqliteDatabase& database, std::string_view code) {
  const std::string sql = std::string(kRequestColumns) + "WHERE code = ?";
  SqliteStatement select(database, sql.c_str());
  if (!select.bind_text(1, code).step()) return std::nullopt;
  return read_request(database, select);
}

std::optional<StoredRequest> find_request_state(SqliteDatabase& database, std::string_view code) {
  SqliteStatement select(database, "SELECT id, merged_into FROM requests WHERE code = ?");
  if (!select.bind_text(1, code).step()) return std::nullopt;
  const int64_t id = select.number(0);
  StoredRequest request{.code = shown_code(code), .changes = {}, .draft = {}};
  request.is_merged = !select.is_null(1);
  request.changes =
      request.is_merged ? changes_of_merged(database, id, select.number(1)) : changes_of(database, id);
  request.answers = answers_of(database, id);
  for (RequestAnswer& answer : request.answers) answer.author.clear();
  return request;
}

void each_request(SqliteDatabase& database, std::optional<RequestState> state,
                  const std::function<void(const StoredRequest&)>& use) {
  const std::string sql = std::string(kRequestColumns) + "WHERE ?1 = '' OR state = ?1 ORDER BY id";
  SqliteStatement select(database, sql.c_str());
  select.bind_text(1, state ? name_of(*state) : "");
  while (select.step()) use(read_request(database, select));
}

bool set_request_state(SqliteDatabase& database, std::string_view code, RequestState state, int64_t now) {
  SqliteStatement select(database, "SELECT id, state FROM requests WHERE code = ?");
  if (!select.bind_text(1, code).step()) return false;
  if (read_request_state(select.text(1)) == state) return true;
  const int64_t id = select.number(0);
  SqliteStatement update(database, "UPDATE requests SET state = ?, changed_at = ? WHERE id = ?");
  update.bind_text(1, name_of(state)).bind_number(2, now).bind_number(3, id).step();
  add_change(database, id, state, EventKind::request_state_changed, now);
  return true;
}

int64_t delete_closed_before(SqliteDatabase& database, int64_t moment) {
  // What goes on in another one is there as long as that is, so that who sent it sees how it ends.
  SqliteStatement remove(database,
                         "DELETE FROM requests WHERE state = ? AND changed_at < ? AND merged_into IS NULL");
  remove.bind_text(1, name_of(RequestState::closed)).bind_number(2, moment).step();
  return database.changed_rows();
}

bool delete_request(SqliteDatabase& database, std::string_view code) {
  SqliteStatement remove(database, "DELETE FROM requests WHERE code = ?");
  remove.bind_text(1, code).step();
  if (database.changed_rows() == 0) return false;
  forget_audited(database, shown_code(code));
  return true;
}

Forgotten forget_address(SqliteDatabase& database, std::string_view address) {
  const std::string wanted = lower_case(trimmed(address));
  std::vector<int64_t> theirs;
  std::vector<std::string> codes;  // of these
  std::vector<std::pair<int64_t, RequestDraft>> others;
  {
    SqliteStatement select(database, kRequestColumns);
    while (select.step()) {
      StoredRequest request = read_request(database, select);
      RequestDraft& draft = request.draft;
      if (lower_case(trimmed(draft.reply_to)) == wanted) {
        theirs.push_back(select.number(0));
        codes.push_back(request.code);
      } else if (take_out(wanted, draft)) {
        others.emplace_back(select.number(0), std::move(draft));
      }
    }
  }
  SqliteStatement remove(database, "DELETE FROM requests WHERE id = ?");
  for (const int64_t id : theirs) {
    remove.bind_number(1, id).step();
    remove.reset();
  }
  std::set<int64_t> mentioned;
  for (const auto& [id, draft] : others) {
    rewrite(database, id, draft);
    mentioned.insert(id);
  }
  for (const std::string& code : codes) forget_audited(database, code);
  forget_person(database, wanted);
  mentioned.merge(change_notes(database, [&](std::string& text) { return take_out(wanted, text); }));
  mentioned.merge(change_answers(database, [&](std::string& text) { return take_out(wanted, text); }));
  const int64_t comments =
      change_comments(database, [&](std::string& text) { return take_out(wanted, text); });
  return {static_cast<int64_t>(theirs.size()), static_cast<int64_t>(mentioned.size()), comments};
}

}  // namespace signpost
