package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// download is a file as an answer: a name for the save dialog, the type, the bytes.
type download struct {
	name, kind string
	data       []byte
}

type fileOutput struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Body        []byte
}

// file declares an operation that answers with a file of the given type. The name is made by the program, in plain letters.
func file[I any](s *Server, api huma.API, path, id, summary, kind string, work func(context.Context, *I) (download, error)) {
	op := huma.Operation{OperationID: id, Method: http.MethodGet, Path: path, Summary: summary, Errors: []int{http.StatusUnprocessableEntity},
		Responses: map[string]*huma.Response{"200": {Description: "The file", Content: map[string]*huma.MediaType{
			kind: {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}}}}}
	huma.Register(api, op, func(ctx context.Context, in *I) (*fileOutput, error) {
		d, err := work(ctx, in)
		if err != nil {
			return nil, s.refuse(err)
		}
		return &fileOutput{d.kind, `attachment; filename="` + d.name + `"`, d.data}, nil
	})
}
