// generation.cc - fuzz target: a whole generation, or a pack of one, that somebody has made who knows the
// format and computes right sums. Each input is a list of changes to a small generation, which is then
// verified, opened and asked all that a visitor can ask. Xapian's own files stay as they are: it can't be
// taught to doubt them (release/probe.h).

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "base/error.h"
#include "base/file_io.h"
#include "generation_copy.h"
#include "index/manifest.h"
#include "index/published_pages.h"
#include "release/pack_file.h"
#include "search/searcher.h"
#include "tests/fuzz/fuzz.h"

namespace fs = std::filesystem;
using signpost::GenerationCopy;
using signpost::fuzz::require;

namespace {

// Numbers at which something changes; what an input names beyond them is taken as it is.
constexpr std::array<uint32_t, 16> kNumbers = {
    0,          1,          2,          6,
    7,          255,        256,        0xFFFF,
    0x10000,    1 << 20,    0x03FFFFFF, 0x7FFFFFFF,
    0x80000000, 0xFFFFFFFE, 0xFFFFFFFF, sizeof(signpost::DocRecord)};

class Input {
 public:
  explicit Input(std::string_view bytes) : bytes_(bytes) {}
  bool empty() const { return bytes_.empty(); }
  uint32_t number(size_t bytes) {
    uint32_t value = 0;
    for (; bytes > 0; --bytes) {
      value = value << 8 | (bytes_.empty() ? 0 : static_cast<uint8_t>(bytes_.front()));
      if (!bytes_.empty()) bytes_.remove_prefix(1);
    }
    return value;
  }
  uint32_t any_number() {
    const uint32_t choice = number(1);
    return choice < kNumbers.size() ? kNumbers[choice] : number(4);
  }
  std::string_view text(size_t size) {
    const std::string_view out = bytes_.substr(0, size);
    bytes_.remove_prefix(out.size());
    return out;
  }

 private:
  std::string_view bytes_;
};

void set_u32(std::string& bytes, size_t at, uint32_t value) {
  for (size_t i = 0; i < 4 && at + i < bytes.size(); ++i) bytes[at + i] = static_cast<char>(value >> (8 * i));
}

// One change of a string of bytes.
void change(Input& input, std::string& bytes) {
  const uint32_t how = input.number(1);
  const size_t at = bytes.empty() ? 0 : input.number(2) % bytes.size();
  switch (how % 5) {
    case 0:
      if (!bytes.empty()) bytes[at] = static_cast<char>(input.number(1));
      break;
    case 1:
      set_u32(bytes, at, input.any_number());
      break;
    case 2:
      bytes.resize(at);
      break;
    case 3:
      bytes.insert(at, input.text(input.number(1)));
      break;
    case 4:
      bytes.erase(at, input.number(1));
      break;
  }
}

bool is_ours(const std::string& path) { return path.find("/xapian/") == std::string::npos; }

void change_file(Input& input, GenerationCopy& copy) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : copy.files) {
    if (is_ours(path)) paths.push_back(path);
  }
  change(input, copy.files[paths[input.number(1) % paths.size()]]);
}

void change_record(Input& input, GenerationCopy& copy) {
  std::string& bytes = copy.files[signpost::files::kDocuments];
  const size_t records = bytes.size() / sizeof(signpost::DocRecord);
  if (records == 0) return;
  const size_t record = input.number(1) % records * sizeof(signpost::DocRecord);
  set_u32(bytes, record + input.number(1) % (sizeof(signpost::DocRecord) / 2) * 2, input.any_number());
}

void change_part(Input& input, GenerationCopy& copy) {
  const uint32_t number = 1 + input.number(1) % 6;
  const auto part = static_cast<GenerationCopy::Part>(input.number(1) % 5);
  if (copy.records().size() < number) return;
  std::string bytes = copy.part(number, part);
  change(input, bytes);
  copy.set_part(number, part, bytes);
}

void change_segments(Input& input, GenerationCopy& copy) {
  std::vector<signpost::Segment> segments = copy.segments();
  if (segments.empty()) return;
  signpost::Segment& segment = segments[input.number(1) % segments.size()];
  switch (input.number(1) % 5) {
    case 0:
      segment.path = input.text(input.number(1));
      break;
    case 1:
      segment.stores = input.any_number();
      break;
    case 2:
      segment.documents = input.any_number();
      break;
    case 3:
      if (!segment.numbers.empty())
        segment.numbers[input.number(1) % segment.numbers.size()] = input.any_number();
      break;
    case 4:
      segment.numbers.clear();
      break;
  }
  copy.set_segments(segments);
}

void exchange_postings(GenerationCopy& copy) {
  for (const char* name : {"iamglass", "postlist.glass"}) {
    std::swap(copy.files[std::string("segments/000001/xapian/") + name],
              copy.files[std::string("segments/000002/xapian/") + name]);
  }
}

void apply(Input& input, GenerationCopy& copy) {
  for (int changes = 0; changes < 8 && !input.empty(); ++changes) {
    try {
      switch (input.number(1) % 8) {
        case 0:
        case 1:
          change_file(input, copy);
          break;
        case 2:
        case 3:
          change_record(input, copy);
          break;
        case 4:
        case 5:
          change_part(input, copy);
          break;
        case 6:
          change_segments(input, copy);
          break;
        case 7:
          exchange_postings(copy);
          break;
      }
    } catch (const signpost::Error&) {
      // An earlier change has broken what this one reads.
    } catch (const std::out_of_range&) {
    }
  }
}

// Whether it holds is told by an Error that says whose fault it is.
template <typename Use>
bool holds(Use use) {
  try {
    use();
    return true;
  } catch (const signpost::Error& error) {
    require(error.kind() != signpost::ErrorKind::internal && error.kind() != signpost::ErrorKind::usage,
            "a bad generation is no fault of ours");
    return false;
  }
}

void search(const signpost::Searcher& searcher, const char* text, const std::string& lang) {
  signpost::SearchRequest request;
  request.text = text;
  request.lang = lang;
  request.explain = true;
  request.today = 20000;
  holds([&] { searcher.search(request); });
  holds([&] { searcher.suggest(text, lang); });
  holds([&] { searcher.incidents().concerning({text, {lang}, 1'795'000'000}); });
}

void quote(const signpost::Searcher& searcher, const char* id, const std::string& lang) {
  holds([&] {
    const auto document = searcher.quotable(id, lang);
    for (size_t i = 0; document && i < document->section_count(); ++i) {
      document->post_of(i);
      const signpost::SectionText section = document->section(i);
      for (const signpost::TextBlock& block : section.blocks)
        signpost::fuzz::require_utf8(section.text.substr(block.begin, block.end - block.begin),
                                     "a block is UTF-8");
      signpost::step_lists(section.blocks);
    }
  });
}

void ask(const std::string& dir) {
  std::optional<signpost::Searcher> searcher;
  if (!holds([&] { searcher.emplace(dir); })) return;
  for (const char* lang : {"en", "ko", "ja", ""}) {
    for (const char* text :
         {"", "refunds", "archive letters", "\"money back\"", "환불 요청", "返金", "refnds", "vault", "a"})
      search(*searcher, text, lang);
    for (const char* id : {"refunds", "archive", "lost-letter", "empty"})
      holds([&] { searcher->article(id, lang); }), quote(*searcher, id, lang);
    holds([&] { searcher->categories(lang); });
    holds([&] { searcher->category_articles("account", lang, 0, 100); });
    holds([&] { searcher->popular(lang, 5); });
    holds([&] { searcher->recent(lang, 5); });
  }
  holds([&] { searcher->alias("/old/refunds"); });
  holds([&] { searcher->old_urls(); });
  holds([&] { searcher->all_articles(); });
  holds([&] { searcher->read_all(); });
  holds([&] { signpost::read_published_pages(dir); });
}

// As somebody who publishes gets it.
bool through_pack(const std::string& dir, const std::string& out) {
  const signpost::Manifest sealed = signpost::read_manifest(dir);
  const signpost::PackManifest manifest{
      sealed.schema_version, sealed.documents, {"fuzzer", "", ""}, sealed.files};
  std::vector<signpost::PackSource> sources;
  for (const signpost::ManifestFile& file : sealed.files) sources.push_back({dir + "/" + file.path});
  signpost::write_pack(out + ".pack", manifest, sources, 0);
  fs::remove_all(out);
  fs::create_directory(out);
  return holds([&] { signpost::PackReader(out + ".pack").extract(out, 64 << 20, [] {}); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const signpost::BaseGeneration base;
  Input input(signpost::fuzz::text_of(data, size));
  const bool packed = input.number(1) % 8 == 7;
  GenerationCopy copy(base);
  apply(input, copy);
  const std::string dir = base.dir() + "-changed";
  copy.write(dir);
  holds([&] { signpost::verify_generation(dir, base.dir()); });
  if (!packed) {
    ask(dir);
  } else if (through_pack(dir, base.dir() + "-unpacked")) {
    ask(base.dir() + "-unpacked");
  }
  return 0;
}
