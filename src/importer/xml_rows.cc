// xml_rows.cc - libxml2's push parser, fed tag by tag and begun anew behind what it can't read. No tree is
// built, so that memory stays the same. (Its xmlTextReader parses ahead, and loses what came before an
// error.)
#include "importer/xml_rows.h"

#include <libxml/parser.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "base/ascii.h"
#include "base/error.h"
#include "base/utf8.h"
#include "importer/closed_file.h"

namespace signpost {
namespace {

constexpr size_t kChunkBytes = 64 * 1024;
constexpr size_t kMaxTags = 20'000;  // for one parser

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};
using Parser = std::unique_ptr<xmlParserCtxt, FreeParser>;

std::string_view text_at(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

// Attributes come as two pointers, without a zero at the end.
std::string value_of(const xmlChar* begin, const xmlChar* end) { return {begin, end}; }

bool starts_row(std::string_view text) { return trimmed(text).substr(0, 4) == "<row"; }

// How many bytes at the end of `text` begin a character that goes on behind it.
size_t cut_character(std::string_view text) {
  for (size_t back = 1; back <= std::min<size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (is_continuation(text[text.size() - back])) continue;
    const size_t length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

// A file in pieces of one line each; lines over kChunkBytes come in several. Each piece is valid UTF-8, what
// wasn't is U+FFFD.
class Pieces {
 public:
  explicit Pieces(const std::string& path) : path_(path), file_(std::fopen(path.c_str(), "rbe")) {
    if (!file_) fail(errno == ENOENT ? ErrorKind::not_found : ErrorKind::io);
  }

  bool next(std::string& piece) {
    starts_line_ = ends_line_;
    size_t end = buffer_.find('\n', pos_);
    while (end == std::string::npos && buffer_.size() - pos_ < kChunkBytes && fill())
      end = buffer_.find('\n', pos_);
    const std::string_view rest = std::string_view(buffer_).substr(pos_);
    ends_line_ = end != std::string::npos;
    const size_t length = ends_line_ ? end + 1 - pos_ : rest.size() - (ended_ ? 0 : cut_character(rest));
    piece.assign(rest.substr(0, length));
    pos_ += length;
    line_ += starts_line_ && length > 0;
    scrub_utf8(piece);
    return length > 0;
  }

  bool starts_line() const { return starts_line_; }
  uint64_t line() const { return line_; }  // of the piece, from 1

 private:
  [[noreturn]] void fail(ErrorKind kind) {
    throw Error(kind, "cannot read " + path_ + ": " + std::strerror(errno));
  }

  // False at the end of the file.
  bool fill() {
    buffer_.erase(0, pos_);
    pos_ = 0;
    const size_t size = buffer_.size();
    buffer_.resize(size + kChunkBytes);
    const size_t got = std::fread(buffer_.data() + size, 1, kChunkBytes, file_.get());
    buffer_.resize(size + got);
    if (got == 0 && std::ferror(file_.get()) != 0) fail(ErrorKind::io);
    ended_ = got == 0;
    return got > 0;
  }

  const std::string& path_;
  ClosedFile file_;
  std::string buffer_;
  size_t pos_ = 0;
  uint64_t line_ = 0;
  bool starts_line_ = true;
  bool ends_line_ = true;
  bool ended_ = false;
};

// One run of libxml2's parser, up to the first thing that it can't read.
class RowParser {
 public:
  // NOENT: otherwise "&amp;" comes as "&#38;". There is no other entity, since a document type is refused.
  static constexpr int kOptions =
      XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC;

  RowParser() {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = &RowParser::on_start;
    handler.endElementNs = &RowParser::on_end;
    handler.internalSubset = &RowParser::on_doctype;
    handler.serror = &RowParser::on_error;
    parser_.reset(xmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr));
    if (!parser_) throw Error(ErrorKind::internal, "libxml2 cannot make a parser");
    xmlCtxtUseOptions(parser_.get(), kOptions);
  }
  RowParser(const RowParser&) = delete;
  RowParser& operator=(const RowParser&) = delete;

  void feed(std::string_view piece) {
    xmlParseChunk(parser_.get(), piece.data(), static_cast<int>(piece.size()), 0);
  }

  std::vector<XmlRow> rows;  // since somebody emptied it
  std::string root;          // name of the element around all others
  std::string error;         // "" as long as all is well-formed
  bool lost_character = false;
  bool closed = false;  // the root element has ended
  int depth = 0;        // of the elements that are open

 private:
  static RowParser& self(void* data) { return *static_cast<RowParser*>(data); }

  static void on_start(void* data, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**,
                       int count, int, const xmlChar** attributes) {
    RowParser& parser = self(data);
    ++parser.depth;
    const bool is_row = text_at(name) == "row";
    if (parser.depth == 1 && !is_row) parser.root = text_at(name);
    if (!parser.error.empty() || !is_row) return;
    XmlRow& row = parser.rows.emplace_back();
    for (int i = 0; i < count; ++i) {  // name, prefix, URI, begin and end of the value
      const xmlChar** fields = attributes + 5 * i;
      row.attributes.emplace_back(text_at(fields[0]), value_of(fields[3], fields[4]));
    }
  }

  static void on_end(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
    self(data).closed = --self(data).depth == 0;
  }

  static void on_doctype(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
    self(data).error = "a document type is not allowed here";
    xmlStopParser(self(data).parser_.get());
  }

  // A template, since libxml2 2.12 made what is pointed to const.
  template <class XmlError>
  static void on_error(void* data, XmlError* error) {
    if (error->level != XML_ERR_FATAL || !self(data).error.empty()) return;
    if (error->code == XML_ERR_INVALID_CHAR) {
      self(data).lost_character = true;
      return;
    }
    self(data).error = error->message == nullptr ? "error" : std::string(trimmed(error->message));
  }

  Parser parser_;
};

class RowReader {
 public:
  RowReader(const std::string& path, FindingPrinter& findings,
            const std::function<void(const XmlRow&)>& on_row)
      : path_(path), findings_(findings), on_row_(on_row), pieces_(path) {}

  XmlRowsResult run() {
    parser_ = std::make_unique<RowParser>();
    std::string piece;
    bool first = true;
    while (pieces_.next(piece)) {
      if (first && piece.compare(0, 3, "\xEF\xBB\xBF") == 0) piece.erase(0, 3);
      first = false;
      if (!parser_) resume(piece);
      if (parser_) read(piece);
    }
    if (!closed_) {
      result_.complete = false;
      findings_.error(path_, pieces_.line(), "xml", "the file ends too early; what came before was read");
    }
    return result_;
  }

 private:
  void read(const std::string& piece) {
    const bool ends_root = pieces_.starts_line() && trimmed(piece).substr(0, 2) == "</";
    if (ends_root && resumed_ && parser_->depth == 1) {
      closed_ = true;
      return;
    }
    const bool unfinished = cutter_.unfinished();
    if (feed(piece)) return;
    closed_ = ends_root;
    // An attribute that never ended took this row's beginning for its own.
    if (unfinished && pieces_.starts_line() && starts_row(piece)) {
      resume(piece);
      feed(piece);
    }
  }

  // False when the parser couldn't go on.
  bool feed(const std::string& piece) {
    if (!cutter_.unfinished()) row_line_ = pieces_.line();
    const std::string ready = cutter_.add(piece);
    if (!ready.empty()) parser_->feed(ready);
    for (XmlRow& row : std::exchange(parser_->rows, {})) {
      ++result_.rows;
      row.line = pieces_.line();
      on_row_(row);
    }
    closed_ = parser_->closed;
    if (root_.empty() && parser_->error.empty()) root_ = parser_->root;
    if (std::exchange(parser_->lost_character, false)) {
      findings_.warning(path_, pieces_.line(), "xml", "a character that XML does not allow was left out");
    }
    if (parser_->error.empty()) parser_->error = cutter_.error();
    if (parser_->error.empty() && cutter_.tags() > kMaxTags) renew();
    if (parser_->error.empty()) return true;
    findings_.error(path_, row_line_, "xml", "this row cannot be read and is left out: " + parser_->error);
    result_.complete = false;
    ++result_.broken;
    parser_.reset();
    return false;
  }

  // Each name that libxml2 meets makes it slower, so it may forget them now and then.
  void renew() {
    if (cutter_.unfinished() || parser_->closed) return;
    if (parser_->depth == 1) return begin_anew();
    parser_->error = "it is nested in another element";
  }

  // Begins anew where a line begins with a row.
  void resume(const std::string& piece) {
    if (!pieces_.starts_line()) return;
    if (trimmed(piece).substr(0, 2) == "</") closed_ = true;
    if (starts_row(piece)) begin_anew();
  }

  void begin_anew() {
    cutter_ = XmlCutter();
    parser_ = std::make_unique<RowParser>();
    parser_->feed("<" + (root_.empty() ? "resumed" : root_) + ">");
    resumed_ = true;
  }

  const std::string& path_;
  FindingPrinter& findings_;
  const std::function<void(const XmlRow&)>& on_row_;
  Pieces pieces_;
  std::unique_ptr<RowParser> parser_;
  XmlRowsResult result_;
  XmlCutter cutter_;
  std::string root_;       // the element around all rows
  uint64_t row_line_ = 0;  // where the row that is read began
  bool resumed_ = false;
  bool closed_ = false;
};

}  // namespace

std::string_view XmlRow::get(std::string_view name) const {
  for (const auto& [known, value] : attributes) {
    if (known == name) return value;
  }
  return {};
}

XmlRowsResult for_each_xml_row(const std::string& path, FindingPrinter& findings,
                               const std::function<void(const XmlRow&)>& on_row) {
  return RowReader(path, findings, on_row).run();
}

}  // namespace signpost
