// encode.cc - one pass of the analyzer over a document's zones makes all that an index keeps of it.
//
// Positions count tokens through the whole document: title, summary, the values of fields that are searched
// together with other names of the document, then heading and text of each section. kZoneGap positions are
// left out between zones, so that no phrase goes from one into the next. A link, a block of code and a table
// are zones of their own inside the text: the zone starts with its first token, and the text goes on with the
// first token behind it, without a gap, because a phrase may well begin in a link.
//
// Each token goes three ways. Its term is counted for the impact that the postings keep (impact.h),
// weighted by zone; term and position go into the forward index (forward_index.h); its surface, if it is a
// word that spelling may suggest, goes into the list of words. Of a CJK run the pairs are indexed, and the
// last character by itself: every other character begins a pair, and is found by the beginning of the term.
//
// The text of the document is its sections, with one byte between; a checkpoint every kCheckpointEvery
// positions says at which byte a token of a text begins, so that a snippet can be cut out without reading
// from the start.
//
// Layout: facts (a counted string: DocRecord and what the merge needs, see shard_files.h); count, {term,
// impact}, ascending by term; count, boolean terms; count, {surface, whether in the title}; forward index,
// meta, text, structure, body and card, as long as the record says. Counts, impacts and lengths of strings
// are varints.
//
// Nothing here looks beyond the document, not even an average length: so its bytes are the same in every
// run, a worker needs no state, and a run that renders one article need not touch the others. Time goes
// with the number of tokens.
#include "index/encode.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <unordered_map>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/dates.h"
#include "base/string_hash.h"
#include "index/analyzer.h"
#include "index/forward_index.h"
#include "index/impact.h"
#include "index/stored_document.h"
#include "index/stored_structure.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr uint32_t kZoneGap = 8;           // positions between zones, so that no phrase crosses
constexpr uint32_t kCheckpointEvery = 32;  // positions
constexpr size_t kSalientTerms = 24;
constexpr size_t kMaxSpellable = 32;  // bytes

struct TermStats {
  uint32_t weighted_frequency = 0;
  uint32_t hash = 0;
  bool word = false;
  bool in_title = false;
};

// A word that spelling may suggest: letters only, not of CJK.
bool is_spellable(const Token& t) {
  if (t.kind != TokenKind::word && t.kind != TokenKind::whole) return false;
  if (t.name_part || t.surface.size() < 2 || t.surface.size() > kMaxSpellable) return false;
  return std::none_of(t.surface.begin(), t.surface.end(),
                      [](char c) { return static_cast<uint8_t>(c) < 0x80 && !is_lower(c); });
}

using Span = std::pair<uint32_t, uint32_t>;  // bytes
using Spans = std::span<const Span>;         // ascending

// Blocks of code, tables with all that is in them.
std::vector<Span> figures_of(const std::vector<TextBlock>& blocks) {
  std::vector<Span> spans;
  for (const TextBlock& block : blocks) {
    const bool figure = block.kind == BlockKind::table || block.kind == BlockKind::code || is_row(block.kind);
    if (figure && (spans.empty() || block.begin >= spans.back().second))
      spans.emplace_back(block.begin, block.end);
  }
  return spans;
}

class Encoder : public TokenSink {
 public:
  explicit Encoder(const Document& document)
      : document_(document), analyzer_(thread_analyzer(document.lang)) {}

  std::string encode(std::string_view card);

  void token(const Token& t) override;

 private:
  void follow_spans(const Token& t);
  void add_checkpoint(const Token& t);
  void add_zone(Zone zone, uint32_t section, std::string_view text, uint32_t text_begin);
  void add_zones();
  DocRecord make_record() const;
  std::string encode_facts(const DocRecord& record) const;
  void write_terms(ByteWriter& out) const;
  void write_boolean_terms(ByteWriter& out) const;
  void write_words(ByteWriter& out) const;
  void write_salient(ByteWriter& out) const;
  void write_headings(ByteWriter& out) const;

  const Document& document_;
  Analyzer& analyzer_;
  ForwardBuilder forward_;
  std::unordered_map<std::string, TermStats, StringHash, std::equal_to<>> terms_;
  std::unordered_map<std::string, bool, StringHash, std::equal_to<>> words_;
  uint32_t zone_length_[kZoneCount] = {};
  uint32_t position_ = 0;
  // of the zone being read
  Zone zone_ = Zone::title;
  uint32_t text_begin_ = 0;
  uint32_t next_checkpoint_ = 0;
  uint32_t section_ = 0;
  Spans links_;  // that begin after the last token, or around it
  Spans figures_;
  bool in_link_ = false;
  bool in_figure_ = false;
};

// True when a token that begins here lies in one of the spans, of which those behind it are left; `in`: the
// token before did. A name joined comes behind its parts, though it begins before them, and changes nothing.
bool follow(Spans& spans, bool in, uint32_t begin) {
  if (in && begin < spans.front().second) return true;
  while (!spans.empty() && begin >= spans.front().second) spans = spans.subspan(1);
  return !spans.empty() && begin >= spans.front().first;
}

// Links and figures are zones of their own inside the body.
void Encoder::follow_spans(const Token& t) {
  const bool link = follow(links_, in_link_, t.begin);
  const bool figure = follow(figures_, in_figure_, t.begin);
  if (link == in_link_ && figure == in_figure_) return;
  in_link_ = link;
  in_figure_ = figure;
  forward_.start_zone(link ? Zone::link : Zone::body, section_, t.position,
                      figure ? Writing::figure : Writing::sentences);
}

void Encoder::add_checkpoint(const Token& t) {
  forward_.add_checkpoint(t.position, text_begin_ + t.begin);
  next_checkpoint_ = t.position + kCheckpointEvery;
}

void Encoder::token(const Token& t) {
  if (!links_.empty() || !figures_.empty()) follow_spans(t);
  if (t.kind == TokenKind::unigram) {
    if (zone_ == Zone::body && t.position >= next_checkpoint_) add_checkpoint(t);
    // Elsewhere the pair that begins with the character tells of it.
    if (!t.ends_run) return;
  }
  auto found = terms_.find(t.term);
  if (found == terms_.end()) {
    found = terms_.emplace(std::string(t.term), TermStats{}).first;
    found->second.hash = term_hash(t.term);
    found->second.word = t.kind == TokenKind::word || t.kind == TokenKind::bigram;
  }
  found->second.in_title = found->second.in_title || zone_ == Zone::title;
  found->second.weighted_frequency += kPostingWeight[static_cast<size_t>(zone_)];
  forward_.add_term(found->second.hash, t.position);
  if (t.kind == TokenKind::unigram) return;
  const bool prominent = zone_ == Zone::title || zone_ == Zone::heading;
  if (t.kind == TokenKind::word && !t.name_part) forward_.add_exact(term_hash(t.surface), prominent);
  if (zone_ == Zone::body && t.kind == TokenKind::word && !t.name_part && t.position >= next_checkpoint_) {
    add_checkpoint(t);
  }
  if (is_spellable(t)) {
    const auto word = words_.find(t.surface);
    if (word == words_.end()) {
      words_.emplace(std::string(t.surface), zone_ == Zone::title);
    } else if (zone_ == Zone::title) {
      word->second = true;
    }
  }
}

void Encoder::add_zone(Zone zone, uint32_t section, std::string_view text, uint32_t text_begin) {
  zone_ = zone;
  section_ = section;
  in_link_ = in_figure_ = false;
  text_begin_ = text_begin;
  next_checkpoint_ = 0;
  forward_.start_zone(zone, section, position_);
  const uint32_t after = analyzer_.analyze(text, position_, *this);
  zone_length_[static_cast<size_t>(zone)] += after - position_;
  position_ = after + kZoneGap;
}

void Encoder::add_zones() {
  add_zone(Zone::title, 0, document_.title, 0);
  if (!document_.summary.empty()) add_zone(Zone::summary, 0, document_.summary, 0);
  std::string tags;
  for (const FieldRow& row : kFields) {
    if (!row.searched) continue;
    for (const std::string& value : values_of(document_, row.field)) tags += value + "\n";
  }
  for (const std::string& name : document_.names) tags += name + "\n";
  if (!tags.empty()) add_zone(Zone::tags, 0, tags, 0);
  uint32_t at = 0;
  for (uint32_t i = 0; i < document_.sections.size(); ++i) {
    const Section& section = document_.sections[i];
    if (!section.heading.empty()) add_zone(Zone::heading, i, section.heading, 0);
    links_ = section.links;
    const std::vector<Span> figures = figures_of(section.blocks);
    figures_ = figures;
    add_zone(Zone::body, i, section.text, at);
    links_ = figures_ = {};
    at += static_cast<uint32_t>(section.text.size()) + 1;
  }
}

DocRecord Encoder::make_record() const {
  DocRecord record;
  std::copy(std::begin(zone_length_), std::end(zone_length_), std::begin(record.zone_length));
  record.zone_length[static_cast<size_t>(Zone::link)] = zone_length_[static_cast<size_t>(Zone::body)];
  record.updated = parse_day(document_.updated);
  record.votes = document_.votes;
  record.weight = document_.weight;
  record.answers = static_cast<uint16_t>(
      document_.posts.empty() ? 0 : std::min<size_t>(document_.posts.size() - 1, 65535));
  record.review_by = parse_day(document_.review_by);
  record.kind = document_.kind;
  record.solved = document_.solved;
  return record;
}

void Encoder::write_terms(ByteWriter& out) const {
  std::vector<std::pair<std::string_view, uint32_t>> sorted;
  sorted.reserve(terms_.size());
  uint64_t length = 0;
  for (const auto& [term, stats] : terms_) length += stats.weighted_frequency;
  for (const auto& [term, stats] : terms_)
    sorted.emplace_back(term, impact(stats.weighted_frequency, length, stats.in_title));
  std::sort(sorted.begin(), sorted.end());
  out.varint(sorted.size());
  for (const auto& [term, impact] : sorted) {
    out.string(term);
    out.varint(impact);
  }
}

void Encoder::write_boolean_terms(ByteWriter& out) const {
  std::vector<std::string> terms = {id_term(document_.lang, document_.id)};
  for (const FieldRow& row : kFields) {
    if (row.prefix.empty()) continue;
    for (const std::string& value : values_of(document_, row.field))
      terms.push_back(boolean_term(row.prefix, value));
  }
  out.varint(terms.size());
  for (const std::string& term : terms) out.string(term);
}

void Encoder::write_words(ByteWriter& out) const {
  out.varint(words_.size());
  for (const auto& [word, in_title] : words_) {
    out.string(word);
    out.varint(in_title);
  }
}

// The most weighty words, by frequency alone: how common they are elsewhere is known at the merge.
void Encoder::write_salient(ByteWriter& out) const {
  std::vector<SalientTerm> salient;
  for (const auto& [term, stats] : terms_) {
    if (!stats.word || term.size() < 3) continue;
    salient.push_back({stats.hash, 1.0F + std::log(static_cast<float>(stats.weighted_frequency))});
  }
  const size_t kept = std::min(salient.size(), 3 * kSalientTerms);
  std::partial_sort(salient.begin(), salient.begin() + static_cast<ptrdiff_t>(kept), salient.end(),
                    [](const auto& a, const auto& b) {
                      return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
                    });
  out.varint(kept);
  for (size_t i = 0; i < kept; ++i) {  // field by field: no struct with a float counts as Unpadded
    out.u32(salient[i].hash);
    out.pod(salient[i].weight);
  }
}

void Encoder::write_headings(ByteWriter& out) const {
  uint64_t count = 0;
  for (const Section& section : document_.sections)
    count += !section.heading.empty() && !section.anchor.empty();
  out.varint(count);
  for (const Section& section : document_.sections) {
    if (section.heading.empty() || section.anchor.empty()) continue;
    out.string(section.anchor);
    out.string(section.heading);
  }
}

// As read_shard_document() takes it.
std::string Encoder::encode_facts(const DocRecord& record) const {
  ByteWriter out;
  out.pod(record);
  for (const std::string* s : {&document_.id, &document_.lang, &document_.title}) out.string(*s);
  for (const std::vector<std::string>& values : document_.fields.by_field) out.strings(values);
  out.strings(document_.aliases);
  write_headings(out);
  write_salient(out);
  return out.take();
}

std::string Encoder::encode(std::string_view card) {
  add_zones();
  DocRecord record = make_record();
  const std::string forward = forward_.finish();
  const std::string text = encode_text(document_);
  const std::string meta = encode_meta(document_);
  const std::string structure = encode_structure(document_);
  const std::string body = encode_body(document_);
  record.forward_size = static_cast<uint32_t>(forward.size());
  record.text_size = static_cast<uint32_t>(text.size());
  record.meta_size = static_cast<uint32_t>(meta.size());
  record.structure_size = static_cast<uint32_t>(structure.size());
  record.body_size = static_cast<uint32_t>(body.size());
  record.card_size = static_cast<uint32_t>(card.size());

  ByteWriter out;
  out.string(encode_facts(record));
  write_terms(out);
  write_boolean_terms(out);
  write_words(out);
  for (const std::string* part : {&forward, &meta, &text, &structure, &body}) out.raw(*part);
  out.raw(card);
  return out.take();
}

}  // namespace

std::string encode_document(const Document& document, std::string_view card) {
  return Encoder(document).encode(card);
}

EncodedDocument decode_document(std::string_view encoded) {
  ByteReader in(encoded);
  EncodedDocument document;
  document.facts = in.string();
  document.record = ByteReader(document.facts).pod<DocRecord>();
  document.terms.resize(in.count());
  for (auto& [term, frequency] : document.terms) {
    term = in.string();
    frequency = static_cast<uint32_t>(in.varint());
  }
  document.boolean_terms = in.strings();
  document.words.resize(in.count());
  for (auto& [word, in_title] : document.words) {
    word = in.string();
    in_title = in.varint() != 0;
  }
  const DocRecord& r = document.record;
  document.stored = in.raw(uint64_t{r.forward_size} + r.meta_size + r.text_size + r.structure_size +
                           r.body_size + r.card_size);
  return document;
}

}  // namespace signpost
