// mdx_statements.cc - tells the import and export statements of MDX from text.
// Tested by tests/unit/content/dialects/mdx_statements_test.cc.
#include "content/dialects/mdx_statements.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/dialects/jsx_syntax.h"

namespace signpost {
namespace {

constexpr size_t kMaxImport = 4096;

bool is_identifier(std::string_view text) {
  return !text.empty() && !is_digit(text[0]) && std::all_of(text.begin(), text.end(), [](char c) {
    return is_alnum(c) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
  });
}

// One name of "a, {b, c as d}, * as e".
bool is_binding(std::string_view name) {
  name = trimmed(name);
  if (name.starts_with("type ")) name = trimmed(name.substr(5));
  const size_t as = name.find(" as ");
  if (as == std::string_view::npos) return name.empty() || is_identifier(name);
  const std::string_view what = trimmed(name.substr(0, as));
  return (what == "*" || is_identifier(what)) && is_identifier(trimmed(name.substr(as + 4)));
}

bool are_bindings(std::string_view clause) {
  while (!clause.empty()) {
    const size_t end = std::min(clause.find_first_of(",{}"), clause.size());
    if (!is_binding(clause.substr(0, end))) return false;
    clause.remove_prefix(std::min(end + 1, clause.size()));
  }
  return true;
}

// The module that the statement ends with: 'x' in "... from 'x';". "" when it ends otherwise.
std::string_view module_of(std::string_view statement, std::string_view& before) {
  const size_t comment = statement.find("//", statement.find_last_of("\"'") + 1);
  statement = trimmed(statement.substr(0, comment));
  while (!statement.empty() && statement.back() == ';')
    statement = trimmed(statement.substr(0, statement.size() - 1));
  if (statement.size() < 3 || (statement.back() != '"' && statement.back() != '\'')) return {};
  const size_t open = statement.rfind(statement.back(), statement.size() - 2);
  if (open == std::string_view::npos) return {};
  before = trimmed(statement.substr(0, open));
  return statement.substr(open + 1, statement.size() - open - 2);
}

bool is_one_import(std::string_view statement, MdxImports& imports) {
  std::string_view clause;
  const std::string_view module = module_of(statement, clause);
  if (module.empty() || module.find_first_of(" \t\n") != std::string_view::npos) return false;
  clause.remove_prefix(std::string_view("import").size());
  clause = trimmed(clause);
  if (clause.empty()) return true;
  if (!clause.ends_with("from")) return false;
  clause.remove_suffix(std::string_view("from").size());
  if (clause.empty() || (!is_space(clause.back()) && clause.back() != '}')) return false;
  clause = trimmed(clause);
  if (clause.empty() || !are_bindings(clause)) return false;
  if (is_identifier(clause)) imports.emplace(std::string(clause), std::string(module));
  return true;
}

// Several may share a line: "import A from 'a'; import B from 'b';".
bool is_import(std::string_view statement, MdxImports& imports) {
  statement = statement.substr(0, kMaxImport);
  while (true) {
    size_t end = statement.find(';');
    while (end != std::string_view::npos && !trimmed(statement.substr(end + 1)).starts_with("import"))
      end = statement.find(';', end + 1);
    if (end == std::string_view::npos) return is_one_import(statement, imports);
    if (!is_one_import(statement.substr(0, end), imports)) return false;
    statement = trimmed(statement.substr(end + 1));
  }
}

bool is_export(std::string_view statement) {
  const std::string_view rest = trimmed(statement.substr(std::string_view("export").size()));
  const std::string_view word = rest.substr(0, std::min(rest.find_first_of(" \t\n({*"), rest.size()));
  if (rest.starts_with('{') || rest.starts_with('*')) return true;
  if (!is_one_of(word, {"default", "const", "let", "var", "function", "async", "class", "type", "interface",
                        "enum"}))
    return false;
  return statement.find_first_of("=({") != std::string_view::npos;
}

// The length of the paragraph, when brackets are never closed.
size_t paragraph_length(std::string_view text) {
  size_t end = std::min(text.find('\n'), text.size());
  while (end < text.size()) {
    const size_t next = std::min(text.find('\n', end + 1), text.size());
    if (is_blank(text.substr(end, next - end))) break;
    end = next;
  }
  return end;
}

bool starts_with_word(std::string_view text, std::string_view word) {
  if (!text.starts_with(word) || text.size() == word.size()) return false;
  const char next = text[word.size()];
  return next == ' ' || next == '\t' || next == '{' || next == '"' || next == '\'' || next == '*';
}

}  // namespace

size_t mdx_statement_length(std::string_view text, MdxImports& imports) {
  const bool import = starts_with_word(text, "import");
  if (!import && !starts_with_word(text, "export")) return 0;
  const size_t whole = statement_length(text);
  if (import) return whole > 0 && is_import(text.substr(0, whole), imports) ? whole : 0;
  const size_t length = whole > 0 ? whole : paragraph_length(text);
  return is_export(text.substr(0, length)) ? length : 0;
}

bool statement_may_follow(std::string_view line) {
  line = trimmed(line);
  return line.empty() || (line.starts_with("<!--") && line.find("-->") == line.size() - 3);
}

}  // namespace signpost
