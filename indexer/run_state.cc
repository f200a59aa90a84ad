// run_state.cc - the bytes of what a run keeps for the next.
#include "indexer/run_state.h"

#include <zlib.h>

#include <filesystem>
#include <memory>

#include "base/error.h"
#include "base/file_io.h"
#include "base/mapped_file.h"
#include "content/identity.h"
#include "index/merge.h"
#include "indexer/wire.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr char kRunFile[] = "run";
constexpr uint32_t kFormat = 7;

uint32_t checksum(std::string_view bytes) {
  return static_cast<uint32_t>(::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

void put_identity(WireWriter& out, const Identity& identity) {
  const Visibility& visibility = identity.visibility;
  const bool said = visibility != Visibility();
  out.number(static_cast<uint8_t>((identity.id ? 1 : 0) | (identity.lang ? 2 : 0) | (said ? 4 : 0) |
                                  (identity.addresses.empty() ? 0 : 8) | (identity.position ? 16 : 0) |
                                  (identity.weight != 0 ? 32 : 0)));
  if (identity.id) out.text(*identity.id);
  if (identity.lang) out.text(*identity.lang);
  if (!identity.addresses.empty()) put_texts(out, identity.addresses);
  if (identity.position) out.number(*identity.position);
  if (identity.weight != 0) out.number(identity.weight);
  if (!said) return;
  out.number(visibility.verdict);
  out.text(visibility.key);
  out.text(visibility.value);
  out.number(visibility.from);
  out.number(visibility.until);
  out.text(visibility.from_key);
  out.text(visibility.until_key);
}

Identity get_identity(WireReader& in) {
  Identity identity;
  const auto flags = in.number<uint8_t>();
  if ((flags & 1) != 0) identity.id = in.text();
  if ((flags & 2) != 0) identity.lang = in.text();
  if ((flags & 8) != 0) identity.addresses = get_texts(in);
  if ((flags & 16) != 0) identity.position = in.number<double>();
  if ((flags & 32) != 0) identity.weight = in.number<int>();
  if ((flags & 4) == 0) return identity;
  Visibility& visibility = identity.visibility;
  visibility.verdict = in.number<Visibility::Verdict>();
  visibility.key = in.text();
  visibility.value = in.text();
  visibility.from = in.number<int64_t>();
  visibility.until = in.number<int64_t>();
  visibility.from_key = in.text();
  visibility.until_key = in.text();
  return identity;
}

void put_files(WireWriter& out, const FileStates& files) {
  out.number(static_cast<uint32_t>(files.size()));
  for (const auto& [path, file] : files) {
    out.text(path);
    out.number(file.size);
    out.number(file.modified);
    out.number(file.digest);
    out.number(static_cast<uint8_t>(file.has_internal_parts));
    put_identity(out, file.identity);
  }
}

FileStates get_files(WireReader& in) {
  FileStates files;
  const uint32_t count = in.count();
  files.reserve(count);
  for (uint32_t i = 0; i < count; ++i) {
    FileState& file = files[std::string(in.text())];
    file.size = in.number<uint64_t>();
    file.modified = in.number<int64_t>();
    file.digest = in.number<ShortDigest>();
    file.has_internal_parts = in.number<uint8_t>() != 0;
    file.identity = get_identity(in);
  }
  return files;
}

void put_folders(WireWriter& out, const FolderStates& folders) {
  out.number(static_cast<uint32_t>(folders.size()));
  for (const auto& [path, folder] : folders) {
    out.text(path);
    out.number(folder.modified);
    put_texts(out, folder.names);
  }
}

FolderStates get_folders(WireReader& in) {
  FolderStates folders;
  const uint32_t count = in.count();
  folders.reserve(count);
  for (uint32_t i = 0; i < count; ++i) {
    FolderState& folder = folders[std::string(in.text())];
    folder.modified = in.number<int64_t>();
    folder.names = get_texts(in);
  }
  return folders;
}

void put_document(WireWriter& out, const DocumentState& document) {
  out.text(document.info.path);
  out.number(document.info.kind);
  out.text(document.info.id);
  out.text(document.info.lang);
  out.text(document.info.category);
  put_texts(out, document.info.addresses);
  put_texts(out, document.files);
  out.number(document.indexed);
  out.number(document.place);
  put_facts(out, document.facts);
  put_diagnostics(out, document.diagnostics);
}

DocumentState get_document(WireReader& in) {
  DocumentState document;
  document.info.path = in.text();
  document.info.kind = in.number<Kind>();
  document.info.id = in.text();
  document.info.lang = in.text();
  document.info.category = in.text();
  document.info.addresses = get_texts(in);
  document.files = get_texts(in);
  document.indexed = in.number<bool>();
  document.place = in.number<DocumentPlace>();
  document.facts = get_facts(in);
  document.diagnostics = get_diagnostics(in);
  return document;
}

std::string encode(const RunState& state) {
  std::string bytes;
  WireWriter out(bytes);
  out.text(state.settings.program);
  out.text(state.settings.site);
  put_files(out, state.sources.files);
  put_folders(out, state.sources.folders);
  put_texts(out, state.other_files);
  out.text(state.base.segment.path);
  out.number(state.base.segment.documents);
  out.number(state.base.segment.stores);
  out.number(state.base.terms);
  put_texts(out, state.delta);
  out.number(static_cast<uint32_t>(state.documents.size()));
  for (const DocumentState& document : state.documents) put_document(out, document);
  return bytes;
}

// All but the documents, before which it leaves `in`.
RunState decode(WireReader& in, const std::string& dir) {
  RunState state;
  state.settings.program = in.text();
  state.settings.site = in.text();
  state.sources.files = get_files(in);
  state.sources.folders = get_folders(in);
  state.other_files = get_texts(in);
  state.base.segment.path = in.text();
  state.base.segment.documents = in.number<uint32_t>();
  state.base.segment.stores = in.number<uint32_t>();
  state.base.terms = in.number<uint64_t>();
  const std::string base = dir + "/" + fs::path(state.base.segment.path).filename().string();
  state.base.documents_file = base + ".documents";
  state.base.words_file = base + ".words";
  state.delta = get_texts(in);
  return state;
}

std::vector<DocumentState> decode_documents(WireReader in) {
  std::vector<DocumentState> documents(in.count());
  for (DocumentState& document : documents) document = get_document(in);
  return documents;
}

}  // namespace

std::string state_dir(const std::string& index_dir, const std::string& generation_dir) {
  return index_dir + "/state/" + fs::path(generation_dir).filename().string();
}

void save_run_state(const RunState& state, const std::string& dir) {
  const std::string content = encode(state);
  std::string head;
  WireWriter out(head);
  out.number(kFormat);
  out.number(checksum(content));
  AppendFile file(dir + "/" + kRunFile);
  file.append(head);
  file.append(content);
  file.close();
}

std::optional<RunState> load_run_state(const std::string& dir, LaterDocuments& documents, std::string& why) {
  const std::string path = dir + "/" + kRunFile;
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    why = "there is no earlier run to go on from";
    return std::nullopt;
  }
  try {
    const auto file = std::make_shared<MappedFile>(path);
    WireReader in(file->bytes());
    const auto format = in.number<uint32_t>();
    const auto sum = in.number<uint32_t>();
    const std::string_view content = file->bytes().substr(sizeof format + sizeof sum);
    if (format != kFormat) {
      why = "another version of the program made the index";
      return std::nullopt;
    }
    if (sum == checksum(content)) {
      RunState state = decode(in, dir);
      documents = std::async(std::launch::async, [file, in] {
        auto decoded = decode_documents(in);
        file->check_whole();
        return decoded;
      });
      return state;
    }
  } catch (const Error&) {
    // As good as none.
  }
  why = kUnreadable;
  return std::nullopt;
}

void prune_run_states(const std::string& index_dir) {
  std::error_code error;
  for (fs::directory_iterator it(index_dir + "/state", error), end; !error && it != end;
       it.increment(error)) {
    std::error_code ignored;
    if (!fs::exists(fs::path(index_dir) / "generations" / it->path().filename(), ignored))
      fs::remove_all(it->path(), ignored);
  }
}

}  // namespace signpost
